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

mod asked;
mod kept;
mod measured;
pub mod nsga2;
mod rounds;
mod seek;
mod told;
mod written;

pub use asked::{Search, known};
pub use kept::SearchStore;
pub use seek::{Found, seek};
pub use told::told;
pub use written::written;
