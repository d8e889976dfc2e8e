//! The examples of the crate run to their end.

/// An example as a module, and a test that calls its `main`.
macro_rules! example {
    ($name:ident, $path:literal, $law:ident) => {
        #[path = $path]
        mod $name;

        #[test]
        fn $law() {
            $name::main().unwrap();
        }
    };
}

example!(compare, "../../examples/compare.rs", two_designs_are_compared);
example!(own_metric, "../../examples/own_metric.rs", a_number_of_ones_own_is_read_from_the_runs);
