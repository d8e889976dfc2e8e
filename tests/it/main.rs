//! Everything that is tested from outside, in one binary: a test file is a module here.

mod wrong;
