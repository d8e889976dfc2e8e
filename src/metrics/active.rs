//! Counts of members, active people and active contributors, staff and community apart.
//!
//! A person is active if they are a member and did a deed in the last month. A contributor is active if a contribution of theirs was merged
//! in the last month. If each member brings k others in a lifetime and nobody else comes, the invited are in the end a share k of all who
//! ever adopted.

use super::{Family, Unit, named, named_for, names, ratio};
use crate::say;

pub(super) const FAMILY: Family = Family {
    name: "active",
    names: |model| {
        let mut names = vec![
            named(names::ADOPTED, say!("metric-adopted"), Unit::People),
            named(names::ADOPTED_SHARE, say!("metric-adopted-share"), Unit::Share),
            named(names::MEMBERS, say!("metric-members"), Unit::People),
            named(names::ACTIVE_PEOPLE, say!("metric-active-people"), Unit::People),
            named(names::ACTIVE_CONTRIBUTORS, say!("metric-active-contributors"), Unit::People),
            named(names::ACTIVE_COMMUNITY, say!("metric-active-community"), Unit::People),
            named(names::ACTIVE_STAFF, say!("metric-active-staff"), Unit::People),
            named(names::ENGAGED_CONTRIBUTORS, say!("metric-engaged-contributors"), Unit::People),
            named(names::DEEDS, say!("metric-deeds"), Unit::DeedsAMonth).undefined(say!("metric-undefined-start")),
            named(names::CONTRIBUTIONS, say!("metric-contributions"), Unit::DeedsAMonth)
                .undefined(say!("metric-undefined-start")),
            named(names::VALUE, say!("metric-value"), Unit::UnitsAMonth).undefined(say!("metric-undefined-start")),
            named(names::REFERRED, say!("metric-referred"), Unit::People),
            named(names::VIRAL_K, say!("metric-viral-k"), Unit::People)
                .undefined(say!("metric-undefined-nobody-adopted")),
        ];
        let segments = || model.segments.iter().map(|segment| &segment.name);
        names.extend(segments().map(|segment| {
            named_for(names::MEMBERS, segment, say!("metric-members-of", segment = segment), Unit::People)
        }));
        names.extend(segments().map(|segment| {
            named_for(names::ACTIVE_PEOPLE, segment, say!("metric-active-people-of", segment = segment), Unit::People)
        }));
        names.extend(segments().map(|segment| {
            let title = say!("metric-active-contributors-of", segment = segment);
            named_for(names::ACTIVE_CONTRIBUTORS, segment, title, Unit::People)
        }));
        names
    },
    read: |observation, values| {
        let world = observation.world;
        let active = observation.active();
        let everybody = world.population.people.len().max(1) as f64;
        let actions = &observation.rules.actions;
        let worth = observation.rate(|counts| {
            actions.iter().enumerate().map(|(a, action)| f64::from(action.value) * counts.sums.worth(a)).sum()
        });
        values.extend([
            world.tally.adopted as f64,
            world.tally.adopted as f64 / everybody,
            world.population.all_members() as f64,
            active.people as f64,
            active.contributors as f64,
            (active.contributors - active.staff) as f64,
            active.staff as f64,
            active.engaged as f64,
            observation.rate(|counts| counts.sums.deeds as f64),
            observation.rate(|counts| counts.merged as f64),
            worth,
            world.tally.referred as f64,
            ratio(world.tally.referred as f64, world.tally.adopted as f64),
        ]);
        values.extend(world.population.members.iter().map(|&m| m as f64));
        let active = observation.active_by_segment();
        values.extend(active.iter().map(|(people, _)| *people as f64));
        values.extend(active.iter().map(|(_, contributors)| *contributors as f64));
    },
};
