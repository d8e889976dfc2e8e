//! stub
#![allow(missing_docs)]
pub mod error;
pub mod shelf;
pub mod incentives;
pub mod mechanisms;
pub mod scenario;
pub mod stats;
