//! stub
#![allow(missing_docs)]
pub mod charts;
pub mod error;
pub mod incentives;
pub mod mechanisms;
pub mod report;
pub mod scenario;
pub mod shelf;
pub mod stats;
