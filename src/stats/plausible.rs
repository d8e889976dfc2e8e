//! Plausibility: what a scenario's closed forms give, and what happened in its runs, against ranges that were measured.
//!
//! One table, [`KNOWN`], has each quantity with its range and the source. A note begins some way beyond the range, since a scenario may
//! describe a chosen few. Invariant: a note never changes a result.

use crate::experiment::Experiment;
use crate::mechanisms::adoption::Adoption;
use crate::mechanisms::dropout::Dropout;
use crate::mechanisms::engagement::Engagement;
use crate::mechanisms::triggers::Triggers;
use crate::metrics::names;
use crate::model::{OccasionRule, Rules};
use crate::world::calendar::YEAR;
use crate::world::maths::{exp, ln};

use super::Summary;

/// A quantity that is compared with what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Share of members who stay three years.
    Stays,
    /// Share of the members of two years who stay a third.
    ThirdYear,
    /// Years in which adoption goes from a tenth to nine tenths.
    Takeover,
    /// Share of the messages seen after which a person acts.
    Reacts,
    /// Hours a week of the busiest member.
    Hours,
    /// Share of the audience that knows of an occasion.
    Aware,
    /// Share of universities that come in within a month.
    Universities,
    /// Active contributors, as a share of members.
    Contributors,
    /// Revenue of partners, over that of the hub.
    Partners,
    /// Growth of quality a year, as a share.
    Quality,
}

/// What is known of a quantity.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The quantity.
    pub what: What,
    /// Smallest known value; 0: none.
    pub low: f64,
    /// Largest known value; infinite: none.
    pub high: f64,
    /// How many times outside of the range a value must lie.
    pub beyond: f64,
    /// Author, year and place.
    pub title: &'static str,
    /// Web address.
    pub link: &'static str,
}

const fn range(what: What, low: f64, high: f64, beyond: f64) -> Known {
    Known { what, low, high, beyond, title: "", link: "" }
}

impl Known {
    const fn cited(mut self, title: &'static str, link: &'static str) -> Known {
        (self.title, self.link) = (title, link);
        self
    }
    fn is_odd(&self, value: f64) -> bool {
        // A range with an upper end asks only about what lies above it: little of something is seldom a mistake.
        if self.high.is_finite() { value > self.high * self.beyond } else { value < self.low / self.beyond }
    }
    /// How far outside, so that the oddest comes first.
    fn distance(&self, value: f64) -> f64 {
        (value / self.high).max(self.low / value.max(1e-12))
    }
}

/// All quantities, with their ranges and sources.
pub const KNOWN: [Known; 10] = [
    range(What::Stays, 0.38, f64::INFINITY, 1.05)
        .cited("Fader & Hardie 2007, J. Interactive Marketing 21", "https://doi.org/10.1002/dir.20074"),
    range(What::ThirdYear, 0.81, f64::INFINITY, 1.0)
        .cited("Fader & Hardie 2007, J. Interactive Marketing 21", "https://doi.org/10.1002/dir.20074"),
    range(What::Takeover, 6.0, f64::INFINITY, 3.0)
        .cited("Bass 1969, Management Science 15, the fastest of eleven", "https://doi.org/10.1287/mnsc.15.5.215"),
    range(What::Reacts, 0.001, 0.029, 2.0)
        .cited("Mailchimp 2019, clicks on newsletters", "https://mailchimp.com/resources/email-marketing-benchmarks"),
    range(What::Hours, 0.0, 40.0, 2.0).cited(
        "Ghosh et al. 2002, FLOSS survey: 93 of 100 developers",
        "https://123dok.org/article/patterns-of-time-spending-for-os-fs-development.zpn18mw4",
    ),
    range(What::Aware, 0.0, 0.227, 4.0)
        .cited("Mailchimp 2019, newsletters opened", "https://mailchimp.com/resources/email-marketing-benchmarks"),
    range(What::Universities, 0.0, 0.0042, 25.0)
        .cited("PingCAP 2022: 250 of 1,243 in four years", "https://cn.pingcap.com/pda"),
    range(What::Contributors, 0.0, 0.25, 1.0)
        .cited("van Mierlo 2014, J. Medical Internet Research 16", "https://doi.org/10.2196/jmir.2966"),
    range(What::Partners, 2.2, 7.9, 2.0)
        .cited("IDC 2022, partners of Microsoft", "https://www.scribd.com/document/717412914"),
    range(What::Quality, 0.15, 0.22, 1.5)
        .cited("White, Abel, Berndt & Monroe 2004, NBER 10427, office software", "https://www.nber.org/papers/w10427"),
];

/// A value outside of what is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Odd {
    /// Which.
    pub what: What,
    /// The paths or designs that have it.
    pub places: Vec<String>,
    /// The value.
    pub value: f64,
}

impl Odd {
    /// What is known of it.
    pub fn known(&self) -> &'static Known {
        const { assert!(KNOWN.len() == What::Quality as usize + 1) };
        &KNOWN[self.what as usize]
    }
}

/// Values in the order of the table, of which those that are odd are kept; places with the same value are joined.
struct Found(Vec<Odd>);

impl Found {
    fn put(&mut self, what: What, place: String, value: f64) {
        let known = &KNOWN[what as usize];
        if !value.is_finite() || !known.is_odd(value) {
            return;
        }
        match self.0.iter_mut().find(|odd| odd.what == what && (odd.value - value).abs() < 1e-9) {
            Some(odd) if odd.places.contains(&place) => {}
            Some(odd) => odd.places.push(place),
            None => self.0.push(Odd { what, places: vec![place], value }),
        }
    }
    /// One for each quantity, the oddest of it.
    fn oddest(mut self) -> Vec<Odd> {
        let far = |odd: &Odd| odd.known().distance(odd.value);
        self.0.sort_by(|a, b| (a.what as usize).cmp(&(b.what as usize)).then(far(b).total_cmp(&far(a))));
        self.0.dedup_by_key(|odd| odd.what);
        self.0
    }
}

/// What closed forms give, where it is odd: for mechanisms in the baseline, for offers in any design. Nothing is simulated.
pub fn of_scenario(experiment: &Experiment) -> Vec<Odd> {
    let (scenario, model) = (&experiment.scenario, &experiment.designs[0].model);
    let (rules, _) = model.rules(0);
    let mut found = Found(Vec::new());
    for (s, segment) in model.segments.iter().enumerate().filter(|(_, segment)| segment.people > 0) {
        let path = |mechanism: &str| {
            let own = format!("segment.{}.mechanism.{mechanism}", segment.name);
            if scenario.written_value(&own).is_some() { own } else { format!("mechanism.{mechanism}") }
        };
        if let Some(own) = scenario.mechanism(&segment.name, "dropout") {
            let dropout: Dropout = own.make();
            let (two, three) = (dropout.stays(2), dropout.stays(3));
            found.put(What::Stays, path("dropout"), three);
            found.put(What::ThirdYear, path("dropout"), three / two);
        }
        if let Some(own) = scenario.mechanism(&segment.name, "adoption") {
            let adoption: Adoption = own.make();
            let years = adoption.takeover(model.contact_kind.is_network(), model.mean_degree);
            found.put(What::Takeover, path("adoption"), years.unwrap_or(f64::NAN));
        }
        let triggers = scenario.mechanism(&segment.name, "triggers").map(|own| own.make::<Triggers>());
        let core = scenario.mechanism(&segment.name, "engagement").map(|own| own.make::<Engagement>());
        if let Some(triggers) = triggers {
            found.put(
                What::Hours,
                path("triggers"),
                triggers.busiest(segment.people) * hours(rules, s, false) * 7.0 / YEAR,
            );
        }
        if let Some(core) = core {
            found.put(
                What::Hours,
                path("engagement"),
                core.busiest(segment.people) * hours(rules, s, true) * 7.0 / YEAR,
            );
        }
    }
    for design in &experiment.designs {
        design.model.all_rules().for_each(|rules| offers(rules, &mut found));
    }
    found.oddest()
}

/// What carriers, occasions and frameworks give.
fn offers(rules: &Rules, found: &mut Found) {
    for rule in rules.carriers.iter().filter(|rule| rule.on_now && rule.carrier.messages * rule.carrier.reach > 0.0) {
        let carrier = &rule.carrier;
        // Far from its beginning, a person sees messages · reach a year.
        let acts = carrier.heeded(carrier.after(0.0, 1e6, 1.0).0) * (carrier.adoption + carrier.triggers);
        found.put(What::Reacts, format!("carrier.{}", rule.name), acts / (carrier.messages * carrier.reach));
    }
    for occasion in rules.occasions.iter().filter(|occasion| occasion.on_now) {
        found.put(What::Aware, format!("occasion.{}", occasion.name), aware(rules, occasion));
    }
    for (g, group) in rules.organisations.iter().enumerate().filter(|(_, g)| g.on_now && g.kind_name == "university") {
        let offered = rules.frameworks.iter().filter(|f| f.on_now && f.admits.get(g) == Some(&true));
        let a_year = group.common.joins + offered.map(|f| f.takes_up).sum::<f64>();
        found.put(What::Universities, format!("organisation.{}", group.name), 1.0 - exp(-a_year / 12.0));
    }
}

/// Hours that a deed takes a member of a segment: of contributions, or of all other actions by their weight.
fn hours(rules: &Rules, segment: usize, contributions: bool) -> f64 {
    let actions = rules.actions.iter().zip(&rules.segments[segment].plain);
    let open = actions
        .filter(|(action, weight)| action.contribution == contributions && action.mimics.is_none() && **weight > 0.0);
    let (sum, all) =
        open.fold((0.0, 0.0), |(sum, all), (action, weight)| (sum + weight * f64::from(action.effort), all + weight));
    if all > 0.0 { sum / all } else { 0.0 }
}

/// Share of the audience that knows of an occasion once its carriers have told for long.
fn aware(rules: &Rules, occasion: &OccasionRule) -> f64 {
    if occasion.told_by.is_empty() {
        return 1.0;
    }
    let heeded = |c: &usize| rules.carriers[*c].carrier.heeded(rules.carriers[*c].carrier.after(0.0, 1e6, 1.0).0);
    1.0 - occasion.told_by.iter().map(|c| 1.0 - heeded(c)).product::<f64>()
}

/// What happened in the runs, where it is odd.
pub fn of_runs(experiment: &Experiment, summary: &Summary) -> Vec<Odd> {
    let mut found = Found(Vec::new());
    for (d, design) in summary.designs.iter().enumerate() {
        let model = &experiment.designs[d].model;
        let place = || design.says.clone();
        let lately = |name: &str| summary.metric(name).map_or(f64::NAN, |m| summary.compared[d][m].mean);
        let years = f64::from(model.ticks) * model.calendar.step.days() / YEAR;
        found.put(What::Contributors, place(), lately(names::ACTIVE_COMMUNITY) / lately(names::MEMBERS));
        found.put(What::Partners, place(), lately(names::PARTNER_REVENUE) / lately(names::HUB_REVENUE));
        let quality = summary.band(d, names::QUALITY).and_then(|band| band.last()).map_or(f64::NAN, |band| band.mean);
        let grown = if quality > 1.0 { exp(ln(quality) / years) - 1.0 } else { 0.0 };
        found.put(What::Quality, place(), grown);
        let founders: u32 = model.segments.iter().map(|segment| segment.members).sum();
        let begins_below = f64::from(founders) < 0.1 * f64::from(model.people());
        found.put(What::Takeover, place(), if begins_below { takeover(summary, d) } else { f64::NAN });
        for group in model.rules(0).0.organisations.iter().filter(|g| g.on_now && g.kind_name == "university") {
            let name = format!("{}:{}", names::INSIDE, group.name);
            let counts: Vec<f64> = summary.band(d, &name).unwrap_or_default().iter().map(|band| band.mean).collect();
            let months = |k: usize| f64::from((summary.dates[k] - summary.dates[k - 1]).get_days()) * 12.0 / YEAR;
            let rise = |k: usize| (counts[k] - counts[k - 1]) / months(k).max(1.0);
            let most = (1..counts.len()).map(rise).fold(0.0, f64::max);
            let share = if group.joins_on.is_some() { 0.0 } else { most / f64::from(group.common.number.max(1)) };
            found.put(What::Universities, place(), share);
        }
    }
    found.oddest()
}

/// Years from a tenth of all people to nine tenths, if the runs end above.
fn takeover(summary: &Summary, design: usize) -> f64 {
    let Some(band) = summary.band(design, names::ADOPTED_SHARE) else { return f64::NAN };
    let first = |share: f64| band.iter().position(|band| band.p50 >= share);
    match (first(0.1), first(0.9)) {
        (Some(from), Some(to)) => {
            let days = (summary.dates[to] - summary.dates[from]).get_days();
            f64::from(days.max(1)) / YEAR
        }
        _ => f64::NAN,
    }
}
