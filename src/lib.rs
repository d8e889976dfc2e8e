//! Zaoshi simulates how an ecosystem grows around a product under the incentive rules that people design.
//!
//! A *scenario* says who there is, what they may do, and which rules reward them. It becomes a *model*, whose names are resolved
//! and whose rules are dated. An *experiment* runs the model under each design, in replicates that share their luck. The
//! *ensemble* of trajectories is summed up in a *summary*: which design is better, how sure that is, what it costs, whether it
//! coasts. Charts, the page and the tables draw the summary and compute nothing of their own.
//!
//! Each module imports only from those listed before it.

pub mod charts;
pub mod engine;
pub mod error;
pub mod experiment;
pub mod findings;
pub mod incentives;
pub mod kinds;
pub mod mechanisms;
pub mod metrics;
pub mod model;
pub mod plan;
pub mod registry;
pub mod report;
pub mod scenario;
pub mod search;
pub mod stats;
pub mod store;
pub mod sweep;
pub mod words;
pub mod world;
