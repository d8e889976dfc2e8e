//! Search: the designs among which nothing gets better without something getting worse.

pub mod nsga2;
