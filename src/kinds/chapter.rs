//! Chapter: the user group of a city or an industry, which meets as often as its leaders can organise.
//!
//! Leaders are holders of a tier who live there. Meetings are remembered for a time: m' = r − m/T, with r meetings a
//! year. A share 1 − e^−m of its people attended one lately (the share that a Poisson number of meetings reaches at
//! least once). These people hear more of the product and leave it less. Limits: with constant r, m tends to r·T
//! (Little 1961), so the external hazard of adoption tends to p·(1 + reach·(1 − e^−rT)); without leaders the chapter
//! has no effect; a chapter whose meetings are always paid meets as often as one whose meetings cost nothing.

use crate::params;
use crate::registry::Form;
use crate::world::maths::exp;

/// `[chapter.shanghai]`.
pub const FORM: Form = Form { id: "chapter", knobs: Chapter::KNOBS, parts: &[] };
params! {

    /// The knobs of a chapter.
    #[derive(Clone, Debug)]
    pub struct Chapter: "chapter" {
        pub segment: String = reference("segment");
        pub share: f64 = number("share", 0.0..=1.0, 0.1);
        pub by: String = text("city");
        pub ladder: String = reference("ladder");
        pub tier: String = needed_text();
        pub leaders: Option<u32> = maybe_count("seats", 0..=1_000_000);
        pub meets: f64 = rate(0.0..=365.0, 4.0).guess();
        pub most: f64 = rate(0.0..=365.0, 12.0).guess();
        pub cost: i64 = count("money", 0..=1_000_000_000_000, 0);
        pub pool: Option<String> = maybe_reference("budget.pools");
        pub lasts: f64 = duration(1.0..=3653.0, 90.0).guess();
        pub reach: f64 = number("times", 0.0..=1000.0, 0.5).guess();
        pub holds: f64 = number("logs", 0.0..=10.0, 0.2).guess();
    }
}

impl Chapter {
    /// Meetings a year with this number of leaders.
    pub fn meetings(&self, leaders: u32) -> f64 {
        (f64::from(leaders) * self.meets).min(self.most)
    }
    /// Remembered meetings after `years` with this number of leaders.
    pub fn remembered(&self, before: f64, leaders: u32, years: f64) -> f64 {
        let lasts = self.lasts / 365.25;
        let left = exp(-years / lasts);
        before * left + self.meetings(leaders) * lasts * (1.0 - left)
    }
    /// The share of its people who attended at least one of the remembered meetings.
    pub fn been(remembered: f64) -> f64 {
        1.0 - exp(-remembered)
    }
    /// Factors on its people's external hazard of adoption, and on their hazard of leaving.
    pub fn felt(&self, remembered: f64) -> (f64, f64) {
        let been = Self::been(remembered);
        (1.0 + self.reach * been, exp(-self.holds * been))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{Set, Settings};

    #[test]
    fn what_is_remembered_tends_to_the_rate_times_how_long() {
        let named = ["segment", "ladder", "tier"];
        let settings = Settings::defaults(FORM.knobs);
        let filled = named.into_iter().fold(settings, |s, name| s.with(name, Set::Text("it".to_owned())));
        for (meets, lasts, leaders) in [(2.0, 90.0, 3), (5.0, 30.0, 1), (9.0, 365.25, 7)] {
            let chapter = Chapter { meets, lasts, ..filled.make() };
            for step in [1.0 / 365.25, 7.0 / 365.25, 1.0] {
                let mut held = 0.0;
                for _ in 0..20_000 {
                    held = chapter.remembered(held, leaders, step);
                }
                let rate = (f64::from(leaders) * meets).min(12.0);
                assert!((held / (rate * lasts / 365.25) - 1.0).abs() < 1e-9);
            }
        }
    }
}
