//! Search: the Pareto front of designs, on which no goal can improve unless another gets worse.
//!
//! ```text
//! spec         what is searched for: goals, limits, levers, worlds, sizes
//! evaluation   the results of a design, and its worth under goals and limits
//! rounds       the runs of one generation
//! folder       a search's folder: one object a round
//! generations  from generation to generation to the front
//! nsga2        the algorithm: ranks, crowding, crossover, mutation
//! report       the front, judged on fresh luck, as a summary
//! export       designs of the front as scenarios
//! ```

mod evaluation;
mod export;
mod folder;
mod generations;
pub mod nsga2;
mod report;
mod rounds;
mod spec;

pub use export::scenario_texts;
pub use folder::SearchStore;
pub use generations::{Found, run_search};
pub use report::front;
pub use spec::{Search, check_metrics, has_levers};
