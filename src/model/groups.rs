//! SIGs with their seats, and chapters, resolved from the scenario.
//!
//! Invariant: SIGs, seats and chapters are ordered by name and include those that are off, so that an index means the same at every
//! date; membership is hashed from the address of luck of a person over those that are on.

use super::actions::Action;
use super::ladders::Ladder;
use super::names::Names;
use super::ordered::ordered;
use super::organisations::Group;
use super::segments::Segment;
use crate::error::Mistake;
use crate::kinds;
use crate::say;
use crate::world::requests::ACTIONS;
use crate::world::stream::Stream;

/// A part of the work, with its reviewers, its branch and its seats.
#[derive(Clone, Debug)]
pub struct Sig {
    /// As the scenario names it.
    pub name: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// Whether it reviews each action.
    pub owns: [bool; ACTIONS],
    /// Common numbers.
    pub rule: kinds::sig::Sig,
    /// Ticks between releases.
    pub release: Option<f64>,
    /// Its seats.
    pub seats: Vec<SeatRule>,
}

/// Seats for organisations of one group.
#[derive(Clone, Debug)]
pub struct SeatRule {
    /// Whether they are in force.
    pub on_now: bool,
    /// Index of the group.
    pub group: usize,
    /// Common numbers.
    pub rule: kinds::sig::Seat,
    /// Ticks between assessments.
    pub every: f64,
    /// Ticks of a term.
    pub term: Option<f64>,
}

/// The user group of a city or an industry.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// As the scenario names it.
    pub name: String,
    /// Whether it is in force.
    pub on_now: bool,
    /// Index of the segment.
    pub segment: usize,
    /// Which pool pays for its meetings.
    pub pool: Option<usize>,
    /// Ladder and tier of its leaders.
    pub leads: (usize, usize),
    /// Common numbers.
    pub rule: kinds::chapter::Chapter,
}

/// The division of the people of a segment by one property, such as their city.
#[derive(Clone, Debug)]
pub(super) struct Division {
    by: String,
    /// Upper end of each chapter's interval of a uniform draw, and the index of the chapter.
    ends: Vec<(f64, usize)>,
}

impl Division {
    /// Index of the chapter of a person, if any.
    pub(super) fn chapter(&self, who: Stream) -> Option<usize> {
        let u = who.named("chapter").named(&self.by).unit();
        self.ends.iter().find(|(end, _)| u < *end).map(|(_, chapter)| *chapter)
    }
}

/// The mistake that shares of the same people add up to more than 1.
fn shares_mistake(names: &Names, path: &str, says: String) -> Mistake {
    names.scenario.mistake(path, says, Some(say!("model-shares-help")), say!("model-shares-label"))
}

/// All SIGs of a scenario.
pub(super) fn sigs(names: &Names, actions: &[Action], groups: &[Group], found: &mut Vec<Mistake>) -> Vec<Sig> {
    let mut list = Vec::new();
    let mut shares = [0.0; ACTIONS];
    for name in ordered(names.scenario.all_names("sig")) {
        let path = format!("sig.{name}");
        let rule: kinds::sig::Sig = names.scenario.table(&path);
        let on_now = names.scenario.is_on(&path);
        let is_named = |a: &Action| rule.actions.is_empty() || rule.actions.contains(&a.name);
        let owns = std::array::from_fn(|a| actions.get(a).is_some_and(|action| action.reviewed && is_named(action)));
        for action in actions.iter().filter(|a| !a.reviewed && rule.actions.contains(&a.name)) {
            found.push(names.scenario.mistake(
                &format!("{path}.actions"),
                say!("model-sig-not-reviewed", action = &action.name),
                Some(say!("model-sig-not-reviewed-help", action = &action.name)),
                say!("model-sig-not-reviewed-label"),
            ));
        }
        for a in (0..actions.len()).filter(|a| on_now && owns[*a]) {
            shares[a] += rule.share;
            if shares[a] > 1.0 + 1e-9 {
                let says = say!("model-shares-sigs", action = &actions[a].name);
                found.push(shares_mistake(names, &format!("{path}.share"), says));
                break;
            }
        }
        let release = rule.release.map(|days| days / names.days);
        list.push(Sig { on_now, owns, release, seats: seats(names, &path, groups, found), rule, name });
    }
    list
}

fn seats(names: &Names, sig: &str, groups: &[Group], found: &mut Vec<Mistake>) -> Vec<SeatRule> {
    let mut list = Vec::new();
    for name in ordered(names.scenario.all_names(&format!("{sig}.seat"))) {
        let path = format!("{sig}.seat.{name}");
        let rule: kinds::sig::Seat = names.scenario.table(&path);
        let of = rule.organisation.as_ref().unwrap_or(&name);
        let Some(group) = groups.iter().position(|g| g.name == *of) else {
            // A wrong name in the file is reported by the check of the schema.
            if rule.organisation.is_none() {
                let all: Vec<&str> = groups.iter().map(|g| g.name.as_str()).collect();
                found.push(names.scenario.mistake(
                    &path,
                    say!("model-seat-no-group", name = &name),
                    Some(say!("model-seat-no-group-help", names = all.join(", "))),
                    say!("model-seat-no-group-label"),
                ));
            }
            continue;
        };
        list.push(SeatRule {
            on_now: names.scenario.is_on(&path),
            group,
            every: (rule.every / names.days).max(1.0),
            term: rule.term.map(|days| days / names.days),
            rule,
        });
    }
    list
}

/// All chapters of a scenario.
pub(super) fn chapters(
    names: &Names,
    segments: &[Segment],
    ladders: &[Ladder],
    found: &mut Vec<Mistake>,
) -> Vec<Chapter> {
    let mut list: Vec<Chapter> = Vec::new();
    for name in ordered(names.scenario.all_names("chapter")) {
        let path = format!("chapter.{name}");
        let rule: kinds::chapter::Chapter = names.scenario.table(&path);
        let segment = segments.iter().position(|s| s.name == rule.segment);
        let Some((ladder, segment)) = ladders.iter().position(|l| l.name == rule.ladder).zip(segment) else { continue };
        let Some(tier) = ladders[ladder].tiers.iter().position(|t| t.name == rule.tier) else {
            let all: Vec<&str> = ladders[ladder].tiers.iter().map(|t| t.name.as_str()).collect();
            found.push(names.scenario.mistake(
                &format!("{path}.tier"),
                say!("model-chapter-no-tier", ladder = &rule.ladder, tier = &rule.tier),
                Some(say!("mistake-one-of", names = all.join(", "))),
                say!("model-chapter-no-tier-label"),
            ));
            continue;
        };
        let on_now = names.scenario.is_on(&path);
        let same_division = |c: &&Chapter| c.on_now && c.segment == segment && c.rule.by == rule.by;
        let sum: f64 = list.iter().filter(same_division).map(|c| c.rule.share).sum();
        if on_now && sum + rule.share > 1.0 + 1e-9 {
            let says = say!("model-shares-chapters", segment = &rule.segment, by = &rule.by);
            found.push(shares_mistake(names, &format!("{path}.share"), says));
        }
        list.push(Chapter {
            on_now,
            segment,
            pool: names.pool(rule.pool.as_deref()),
            leads: (ladder, tier),
            rule,
            name,
        });
    }
    list
}

/// The divisions of the people of each segment: `[segment][division]`.
pub(super) fn divisions(chapters: &[Chapter], segments: usize) -> Vec<Vec<Division>> {
    let mut all: Vec<Vec<Division>> = vec![Vec::new(); segments];
    for (index, chapter) in chapters.iter().enumerate().filter(|(_, c)| c.on_now) {
        let divisions = &mut all[chapter.segment];
        let place = divisions.iter().position(|d| d.by == chapter.rule.by).unwrap_or_else(|| {
            divisions.push(Division { by: chapter.rule.by.clone(), ends: Vec::new() });
            divisions.len() - 1
        });
        let ends = &mut divisions[place].ends;
        let from = ends.last().map_or(0.0, |(end, _)| *end);
        ends.push((from + chapter.rule.share, index));
    }
    all
}
