//! University: turns students into graduates who know the product.
//!
//! Students of its courses pass three stages of equal length (Erlang). Those who leave the last stage join a segment of
//! people as members with knowledge. Limit: with S students a year and a mean delay of D years, S·D are in the pipeline
//! (Little 1961).

use super::{Asks, Kind, Make, Outlook};
use crate::params;
use crate::registry::Entry;
use crate::world::maths::exp;
use crate::world::org::{Org, Resource};

/// Stages of the pipeline.
pub const STAGES: usize = 3;

pub(super) const ROW: Entry<Make> = Entry {
    name: "university",
    id: "kind-university",
    knobs: University::KNOBS,
    make: |settings, segment| {
        let university: University = settings.make();
        Box::new(Placed { into: segment(&university.enters).unwrap_or(0), university })
    },
};
params! {

    #[derive(Clone, Debug)]
    struct University: "kind-university" {
        students: f64 = number("students-a-year", 0.0..=1e9, 100.0).guess();
        courses: f64 = number("share", 0.0..=1.0, 0.0).guess();
        teaching: f64 = number("units-a-month", 0.001..=1e9, 10.0).guess();
        research_students: f64 = number("times-a-unit", 0.0..=1e6, 0.0).guess();
        capital_teaching: f64 = number("units-a-unit", 0.0..=1e6, 0.0).guess();
        delay: f64 = duration(1.0..=36_525.0, 730.5).guess();
        enters: String = reference("segment");
        adopts: f64 = number("chance", 0.0..=1.0, 0.3).guess();
        knowledge: f64 = number("share", 0.0..=1.0, 0.3).guess();
    }
}

/// A university with the index of its graduates' segment.
struct Placed {
    university: University,
    into: usize,
}

impl Kind for Placed {
    fn act(&self, org: &mut Org, _outlook: &Outlook, months: f64, asks: &mut Asks) {
        let own = &self.university;
        let taught: f64 =
            [Resource::Content, Resource::Support, Resource::Talent].iter().map(|r| org.received(*r)).sum();
        let taught = taught + own.capital_teaching * org.received(Resource::Capital);
        let choose = 1.0 + own.research_students * org.received(Resource::Research);
        let offer = own.courses + (1.0 - own.courses) * taught / (taught + own.teaching * org.size);
        // Each stage is left at a constant rate: exact if students arrive evenly over the period.
        let leaves = 1.0 - exp(-(STAGES as f64) * months * 30.4375 / own.delay);
        let mut coming = own.students * org.size * choose * offer * months / 12.0;
        coming = pass(&mut org.state[..STAGES], coming, leaves);
        org.carry += coming * own.adopts;
        let whole = org.carry.floor();
        org.carry -= whole;
        org.done += whole as u64;
        if whole > 0.0 {
            asks.graduates.push((self.into, whole as u64, own.knowledge));
        }
    }
}

/// Advances the pipeline by one period: `coming` students enter and a share `leaves` of each stage leaves. Returns the
/// number of graduates.
pub fn pass(stages: &mut [f64], mut coming: f64, leaves: f64) -> f64 {
    for stage in stages {
        let stays = average_stay(leaves);
        let gone = *stage * leaves + coming * (1.0 - stays);
        *stage += coming - gone;
        coming = gone;
    }
    coming
}

/// The share of students who arrive evenly over a period and are still in the stage at its end, if a share `leaves` of
/// those present at its start leaves.
fn average_stay(leaves: f64) -> f64 {
    if leaves < 1e-9 {
        return 1.0;
    }
    leaves / -libm::log1p(-leaves.min(1.0 - 1e-12))
}
