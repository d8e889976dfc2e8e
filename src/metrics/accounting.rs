//! Growth accounting: A(t) = A(t−1) + new + returned − lapsed − left, to the integer.
//!
//! The quick ratio is (new + returned) / (lapsed + left).

use super::{Metric, Named, named, observation};
use crate::registry::Row;

pub(super) const ROW: Row<Metric> = Row {
    name: "accounting",
    says: "New, returned, lapsed, left, kept, and the quick ratio, of people and of contributors.",
    knobs: &[],
    make: Metric {
        names: |_| [("people", "people"), ("contributors", "contributors")].into_iter().flat_map(names).collect(),
        read: |look, values| {
            for flow in look.flows() {
                read(&flow, values);
            }
            let tally = &look.world.tally;
            values.push((tally.newcomers - look.world.observed.account.tally.newcomers) as f64);
        },
    },
};

fn names((of, title): (&str, &str)) -> Vec<Named> {
    let mut names: Vec<Named> = ["new", "returned", "lapsed", "left", "kept"]
        .iter()
        .map(|what| {
            let mut capital = what.to_string();
            capital[..1].make_ascii_uppercase();
            named(&format!("{what}-{of}"), &format!("{capital} {title}"), "people")
        })
        .collect();
    names.push(named(&format!("quick-ratio-{of}"), &format!("Quick ratio of {title}"), "ratio"));
    if of == "contributors" {
        names.push(named("newcomers", "First contributions in the period", "people"));
    }
    names
}

fn read(flow: &observation::Flow, values: &mut Vec<f64>) {
    let (came, went) = (flow.new + flow.returned, flow.lapsed + flow.left);
    values.extend([flow.new, flow.returned, flow.lapsed, flow.left, flow.kept].map(|n| n as f64));
    // Nobody went: as many as came, over one.
    values.push(came as f64 / went.max(1) as f64);
}
