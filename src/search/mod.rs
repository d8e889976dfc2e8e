//! Search: the designs among which nothing gets better without something getting worse.
//!
//! ```text
//! asked    what is searched for: goals, limits, levers, worlds, sizes
//! measured what runs of a design have given, and what that is worth
//! rounds   the runs of one generation
//! kept     a search's folder: one object a round
//! seek     generation by generation to the front
//! told     the front, judged on fresh luck, as a summary
//! written  designs of the front as scenarios
//! ```

mod evaluation;
mod export;
mod folder;
mod generations;
pub mod nsga2;
mod report;
mod rounds;
mod spec;

pub use export::written;
pub use folder::SearchStore;
pub use generations::{Found, seek};
pub use report::told;
pub use spec::{Search, known};
