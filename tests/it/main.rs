//! All integration tests, in one binary: it links once. One line per file, sorted.
#![expect(
    clippy::disallowed_methods,
    reason = "closed forms are computed with the standard library, which is the point"
)]

mod cases;
mod charts;
mod checked;
mod cli;
#[cfg(unix)]
mod cluster;
mod coverage;
mod evidence;
mod examples;
mod explained;
mod expressions;
mod facts;
mod full_disk;
mod fuzz;
mod idle;
mod inputs;
mod kept;
mod kills;
mod knobs;
mod known;
mod laws;
mod layers;
mod levers;
mod lints;
mod model;
mod odd;
mod oracles;
mod pictures;
mod plausible;
mod presets;
mod questions;
mod rates;
mod redraw;
mod regret;
mod report;
mod rich;
mod screening;
mod searched;
mod series;
mod shelves;
mod signs;
mod sizes;
mod slides;
mod stopped;
mod store;
mod study;
mod summaries;
mod sweeps;
mod undefined;
mod verdict;
mod with;
mod words;
mod wrong;
