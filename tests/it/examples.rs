//! The examples of the crate run without errors.

#[path = "../../examples/compare.rs"]
mod compare;
#[path = "../../examples/own_metric.rs"]
mod own_metric;

#[test]
fn two_designs_are_compared() {
    compare::main().unwrap();
}

#[test]
fn a_number_of_ones_own_is_read_from_the_runs() {
    own_metric::main().unwrap();
}
