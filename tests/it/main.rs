//! All integration tests, in one binary: it links once. One line per file, sorted.
#![expect(
    clippy::disallowed_methods,
    reason = "closed forms are computed with the standard library, which is the point"
)]

mod charts;
mod checked;
mod cli;
#[cfg(unix)]
mod cluster;
mod coverage;
mod examples;
mod explained;
mod expressions;
mod facts;
mod full_disk;
mod knobs;
mod known;
mod laws;
mod layers;
mod levers;
mod lints;
mod model;
mod oracles;
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
mod slides;
mod store;
mod study;
mod summaries;
mod sweeps;
mod undefined;
mod verdict;
mod with;
mod words;
mod wrong;
