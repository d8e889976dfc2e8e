//! Flywheel: feedback of content, code and coverage on people; each arrow is one coefficient.
//!
//! Living content widens reach. Code above the rate of wear raises quality, Q' = δ·((L/L₀)^λ·Q^φ − Q). Quality attracts
//! people, keeps them, and makes them use the product more. Traffic and coverage bring people in. Members give the hub
//! hours to exchange, bring projects to partners, and are the talent from which partners learn. Quality from code on
//! branches waits for a release; people may expect it before. Only a difference from the reference state has an effect.
//! Limits: an arrow at zero is cut, and with all arrows cut nothing changes; with L = k·L₀ for ever, Q tends to
//! k^(λ/(1−φ)) (Jones 1995, JPE 103); if only a share c of the demand is served, ln Q falls by κ·(1 − c) a year.

use crate::params;
use crate::registry::Form;
use crate::world::hub::{Factors, Hub};
use crate::world::maths::{exp, ln};

/// `[flywheel]`.
pub const FORM: Form = Form { id: "flywheel", knobs: Flywheel::KNOBS, parts: &[] };
params! {

    /// The knobs of the flywheel.
    #[derive(Clone, Debug)]
    pub struct Flywheel: "flywheel" {
        pub content_fades: f64 = duration(1.0..=36_525.0, 90.0).guess();
        pub content_half: f64 = number("units", 0.001..=1e12, 1000.0).guess();
        pub content_reach: f64 = number("times", 0.0..=1000.0, 0.0).guess();
        pub content_usual: f64 = number("units", 0.0..=1e12, 0.0).guess();
        pub even_code: f64 = number("units-a-year", 0.0..=1e12, 0.0).guess();
        pub merge_quality: f64 = number("share", 0.0..=1.0, 0.0).guess();
        pub returns: f64 = number("power", 0.0..=2.0, 0.7).guess();
        pub standing: f64 = number("power", 0.0..=1.0, 0.5).guess();
        pub wear: f64 = rate(0.0..=10.0, 0.1).guess();
        pub quality_reach: f64 = number("power", 0.0..=10.0, 0.0).guess();
        pub quality_holds: f64 = number("power", 0.0..=10.0, 0.0).guess();
        pub quality_used: f64 = number("power", 0.0..=10.0, 0.0).guess();
        pub traffic_reach: f64 = number("times", 0.0..=1e6, 0.0).guess();
        pub traffic_usual: f64 = number("people-a-month", 0.0..=1e12, 0.0).guess();
        pub coverage_reach: f64 = number("power", 0.0..=10.0, 0.0).guess();
        pub coverage_quality: f64 = number("log-a-year", 0.0..=10.0, 0.0).guess();
        pub members_hub: f64 = number("power", 0.0..=5.0, 0.0).guess();
        pub members_leads: f64 = number("power", 0.0..=5.0, 0.0).guess();
        pub members_talent: f64 = number("power", 0.0..=5.0, 0.0).guess();
        pub awaited: f64 = number("power", 0.0..=10.0, 0.0).guess();
        pub research_quality: f64 = number("log-a-unit", 0.0..=10.0, 0.0).guess();
        pub talent_hub: f64 = number("hours-a-unit", 0.0..=1e6, 0.0).guess();
        pub brand_reach: f64 = number("log-a-unit", 0.0..=100.0, 0.0).guess();
        pub traffic_people: f64 = number("people-a-unit", 0.0..=1e9, 0.0).guess();
        pub leads_enterprises: f64 = number("times-a-unit", 0.0..=1e6, 0.0).guess();
        pub references_enterprises: f64 = number("share-a-unit", 0.0..=1e6, 0.0).guess();
        pub capital_money: f64 = number("money-a-unit", 0.0..=1e12, 0.0);
        pub capital_budget: f64 = number("share", 0.0..=1.0, 1.0);
    }
}

/// The inflow of one tick.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inflow {
    /// Length of the tick, years.
    pub years: f64,
    /// Units of content by people.
    pub content: f64,
    /// Units of content by organisations, and units that the hub made for them and gave away.
    pub traded: [f64; 2],
    /// Units of code.
    pub code: f64,
    /// Units of code that went onto branches, a part of `code`.
    pub branched: f64,
    /// Log quality that releases bring from branches.
    pub released: f64,
    /// Units of research.
    pub research: f64,
    /// Log quality from requirements.
    pub required: f64,
    /// Number of people whom the product could reach.
    pub people: f64,
}

/// The factor (members / founders)^power; 1 with power 0.
pub fn grown(members: u64, founders: f64, power: f64) -> f64 {
    if power > 0.0 { libm::pow(members as f64 / founders, power) } else { 1.0 }
}

impl Flywheel {
    /// Advances the flywheel by one tick; returns the log quality that went onto branches.
    pub fn turn(&self, hub: &mut Hub, inflow: &Inflow) -> f64 {
        let fades = self.content_fades / 365.25;
        let left = exp(-inflow.years / fades);
        let [received, given] = inflow.traded;
        let coming = inflow.content + received;
        // What arrives at a constant rate fades during the tick.
        let stays = coming * fades / inflow.years * (1.0 - left);
        let books = &mut hub.books;
        (books.made, books.received) = (books.made + inflow.content, books.received + received);
        (books.worked, books.given) = (books.worked + given, books.given + given);
        books.faded += hub.content * (1.0 - left) + (coming - stays);
        hub.content = hub.content * left + stays;
        let mut growth = inflow.required + self.research_quality * inflow.research + inflow.released;
        growth += self.coverage_quality * (hub.coverage.min(1.0) - 1.0) * inflow.years;
        let mut held = 0.0;
        if self.even_code > 0.0 {
            let code = inflow.code / inflow.years / self.even_code;
            // New work builds on all merged code, whether released or not.
            let head = hub.quality * exp(hub.ahead);
            let made = libm::pow(code, self.returns) * libm::pow(head, self.standing - 1.0);
            growth += self.wear * (made - 1.0) * inflow.years;
            if inflow.branched > 0.0 {
                held = self.wear * made * inflow.years * inflow.branched / inflow.code;
            }
        }
        hub.quality = (hub.quality * exp(growth - held)).clamp(1e-6, 1e9);
        hub.ahead = (hub.ahead + held - inflow.released).max(0.0);
        hub.factors = self.factors(hub, inflow.people);
        held
    }

    fn factors(&self, hub: &Hub, people: f64) -> Factors {
        let ahead = ln(hub.quality) - if hub.rival > 0.0 { ln(hub.rival) } else { 0.0 };
        let heard = |content: f64| content / (content + self.content_half);
        let content = self.content_reach * (heard(hub.content) - heard(self.content_usual));
        let traffic = self.traffic_reach * (hub.traffic - self.traffic_usual) / people.max(1.0);
        let covered =
            if self.coverage_reach > 0.0 { libm::pow(hub.coverage.min(1.0), self.coverage_reach) } else { 1.0 };
        Factors {
            reach: (1.0 + content + traffic).max(0.0) * covered * exp(self.quality_reach * ahead),
            leave: exp(self.awaited * hub.ahead - self.quality_holds * ahead),
            use_: exp(self.quality_used * ahead - self.awaited * hub.ahead),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Settings;

    fn wheel(even: f64, standing: f64) -> Flywheel {
        let mut wheel: Flywheel = Settings::defaults(FORM.knobs).make();
        (wheel.even_code, wheel.standing) = (even, standing);
        wheel
    }

    #[test]
    fn quality_tends_to_where_wear_and_code_meet() {
        for (times, standing) in [(2.0, 0.5), (0.5, 0.3), (3.0, 0.0)] {
            let wheel = wheel(100.0, standing);
            let mut hub = Hub::default();
            let inflow = Inflow { years: 1.0 / 52.0, code: 100.0 * times / 52.0, people: 1.0, ..Inflow::default() };
            for _ in 0..52 * 200 {
                wheel.turn(&mut hub, &inflow);
            }
            let wanted = libm::pow(times, wheel.returns / (1.0 - standing));
            assert!((hub.quality / wanted - 1.0).abs() < 1e-3, "{} against {wanted}", hub.quality);
        }
    }

    #[test]
    fn a_flywheel_with_its_arrows_cut_turns_nothing() {
        let mut hub = Hub { traffic: 1e6, ..Hub::default() };
        let inflow = Inflow { years: 0.02, content: 50.0, code: 9.0, people: 100.0, ..Inflow::default() };
        wheel(0.0, 0.5).turn(&mut hub, &inflow);
        assert_eq!(hub.factors, Factors::default());
    }
}
