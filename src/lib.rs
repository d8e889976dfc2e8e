//! Zaoshi simulates how an ecosystem grows around a product under the incentive rules that people design.
//!
//! ```
//! use zaoshi::{Options, Run, Scenario};
//!
//! let text = r#"
//!     name = "first-campaign"
//!     question = "Do ads bring more members?"
//!     start = 2027-01-04
//!     horizon = "1 year"
//!     replicates = 16
//!     headline = "members"
//!
//!     [segment.developers]
//!     people = 1_000
//!     members_at_start = 100
//!
//!     [mechanism.adoption]
//!     external = "0.05 per year"
//!     social = "0.5 per year"
//!
//!     [action.use]
//!
//!     [treatment.ads]
//!     says = "Ads"
//!     "campaign.ads" = { reach = 2.0 }
//! "#;
//! let scenario = Scenario::parse("first-campaign.toml", text)?;
//! let outcome = Run::of(&scenario, &Options::default(), &|_| {})?;
//!
//! let verdict = &outcome.summary.verdicts[1];
//! assert!(verdict.gain.is_some_and(|gain| gain.band.p10 > 0.0));
//! assert_eq!(
//!     outcome.summary.recommendation,
//!     "Ads raises members by 41 % on average (39 to 42 %), single futures +35 to +46 %, against baseline."
//! );
//! # Ok::<(), zaoshi::Error>(())
//! ```
//!
//! # How data flows
//!
//! 1. A [`Scenario`] is a text that says who there is, what they may do, and which rules reward them. It is checked when it is read.
//! 2. An [`Experiment`] holds its designs: the baseline, and one for each treatment. Each is resolved into a [`model`].
//! 3. The designs run in replicates. The result is an [`Ensemble`] of trajectories, `[design][replicate]`. Replicate r of every design
//!    has the same luck, so designs are compared run by run.
//! 4. A [`Summary`] compares them: which design is better, how sure that is, what it costs, and what is left when the money stops.
//! 5. [`charts`], [`report`] and [`store`] draw and write the summary. They compute nothing.
//!
//! A [`Run`] does all of it, with [`Options`] such as seed and replicates, and gives an [`Outcome`]. A mistake at any step is an [`Error`]:
//! a sentence that says where it is and what would be right. The same scenario and options give the same bytes on every machine, for any
//! number of threads.
//!
//! # Modules from the ground floor up
//!
//! Each module imports only from those listed before it.
//!
//! - [`words`]: every sentence that a person reads, and how numbers are written.
//! - [`error`]: the ways in which input can be wrong.
//! - [`registry`]: the knobs that a scenario may set, and registries of the things that it may name.
//! - [`world`]: the state of a run.
//! - [`incentives`]: what is rewarded.
//! - [`mechanisms`]: what happens to people.
//! - [`kinds`]: kinds of organisations.
//! - [`scenario`]: what the user wrote, checked.
//! - [`model`]: what it means, with names resolved and rules dated.
//! - [`metrics`]: what is measured.
//! - [`engine`]: one replicate, tick by tick.
//! - [`experiment`]: all designs and replicates.
//! - [`plan`]: the points of a sweep.
//! - [`stats`]: what an ensemble says: bands, paired differences, verdicts, sensitivities.
//! - [`findings`]: sentences that the numbers allow.
//! - [`charts`]: pictures of a summary.
//! - [`report`]: the terminal's verdict and the page.
//! - [`store`]: folders of runs and sweeps.
//! - [`sweep`]: many points of a scenario.
//! - [`search`]: the best designs under a budget.
//! - [`run`]: from scenario to verdict.
//! - [`evidence`]: published effects of incentives, and what the model says to them.

pub mod charts;
#[doc(hidden)]
pub mod cli;
pub mod engine;
pub mod error;
pub mod evidence;
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
pub mod run;
pub mod scenario;
pub mod search;
pub mod stats;
pub mod store;
pub mod sweep;
pub mod words;
pub mod world;

pub use error::Error;
pub use experiment::{Done, Ensemble, Experiment};
pub use run::{Options, Outcome, Run, Screen};
pub use scenario::Scenario;
pub use stats::Summary;
