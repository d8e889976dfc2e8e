//! Effort: a minority responds to possible gains.
//!
//! For responders, each boundary on the menu adds its gain to the value of the deeds that lead to it; value raises the
//! rate of deeds as well as the choice. Limits: two players with quadratic cost reach V·g(0)/c (Lazear & Rosen 1981,
//! JPE 89), with uniform luck ±a V/(2ac) (Bull, Schotter & Weigelt 1987, JPE 95).

use serde::Deserialize;

use super::{Doer, Form, Make, Mechanism, Rates, Terms};
use crate::incentives::boundary::{Forecast, Kernel};
use crate::params;
use crate::registry::Entry;
use crate::world::menu::Menu;
use crate::world::people::NONE;
use crate::world::requests::ACTIONS;
use crate::world::stream::{Stream, path_number};
use crate::world::{ByAction, Seen, dossier::Dossiers};

const RESPONDER: u64 = path_number("effort.responder");

pub(super) const ROW: Entry<Make> = Entry {
    name: "effort",
    id: "mechanism-effort",
    knobs: Effort::KNOBS,
    make: |settings, _| Box::new(settings.make::<Effort>()),
};
params! {

    /// The knobs of effort.
    #[derive(Clone, Copy, Debug)]
    pub struct Effort: "mechanism-effort" {
        responders: f64 = number("share", 0.0..=1.0, 0.2).cited("Hoernle et al. 2022", "https://arxiv.org/abs/2002.06160");
        pub sharpness: f64 = number("share-of-the-bar", 0.001..=10.0, 0.3).cited("Kivetz, Urminsky & Zheng 2006, J. Marketing Research 43", "https://doi.org/10.1509/jmkr.43.1.39");
        pub own_sd: f64 = number("units", 0.0..=1e6, 0.0).guess();
        pub luck: f64 = number("variance-per-deed", 0.0..=1000.0, 1.0).guess();
        kernel: Kernel = choice(&["normal", "uniform"], "normal");
        loss_aversion: f64 = number("times", 0.0..=100.0, 2.25).cited("Tversky & Kahneman 1992, J. Risk and Uncertainty 5", "https://doi.org/10.1007/BF00122574");
        form: Shape = choice(&["exponential", "linear"], "exponential");
        cost: f64 = number("logits", 0.0001..=1000.0, 1.0).guess();
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Shape {
    Exponential,
    Linear,
}

impl Mechanism for Effort {
    fn hazards(&self, _seen: &Seen, rates: &mut Rates) {
        rates.form = self.form();
    }
    fn utilities(&self, doers: &mut [Doer], seen: &Seen) {
        if seen.menu.offers.is_empty() {
            return;
        }
        seen.dossiers.prefetch_windows(doers.iter().filter(|d| d.responds).map(|d| d.person.dossier), seen.menu.tick);
        // All people without a deed that counts have the same position.
        let fresh = self.gains(NONE, seen.menu, seen.dossiers);
        for doer in doers.iter_mut().filter(|d| d.responds) {
            let gains = match doer.person.dossier {
                NONE => fresh,
                dossier => self.gains(dossier, seen.menu, seen.dossiers),
            };
            for (sum, gain) in doer.gain.iter_mut().zip(gains) {
                *sum += gain;
            }
        }
    }
    fn terms(&self, terms: &mut Terms) {
        terms.effort = Some(*self);
    }
}

impl Effort {
    /// Whether a person responds to boundaries: a trait.
    pub fn responds(&self, person: Stream) -> bool {
        person.at(RESPONDER).unit() < self.responders
    }
    /// The function from gain to intensity.
    pub fn form(&self) -> Form {
        match self.form {
            Shape::Exponential => Form::Exponential,
            Shape::Linear => Form::Linear { cost: self.cost },
        }
    }
    /// The gain of one deed of each action at all boundaries together, logits.
    pub fn gains(&self, dossier: u32, menu: &Menu, dossiers: &Dossiers) -> ByAction {
        let mut gains = [0.0; ACTIONS];
        for offer in &menu.offers {
            let Some(x) = menu.position(offer, dossiers, dossier) else { continue };
            let s0 = self.sharpness * f64::from(offer.bar.max(1.0));
            let worth = f64::from(offer.worth) * if offer.loss { self.loss_aversion } else { 1.0 };
            let to_come = self.luck * f64::from(menu.to_come(offer, dossiers, dossier, x));
            let own = self.own_sd * self.own_sd + to_come;
            let forecast = Forecast { kernel: self.kernel, own: s0 * s0 + own, bar: own * f64::from(offer.rivals) };
            gains_of(&mut gains, worth, f64::from(x), f64::from(offer.bar), &offer.steps, forecast);
        }
        gains
    }
}

/// Adds the gain of one deed of each action at one boundary. The chance at the present position is computed once, and
/// that after a step once for each length of step.
fn gains_of(gains: &mut ByAction, worth: f64, x: f64, bar: f64, steps: &[f32; ACTIONS], forecast: Forecast) {
    if worth == 0.0 || steps.iter().all(|step| *step == 0.0) {
        return;
    }
    let here = forecast.chance(x - bar);
    let (mut last, mut gain) = (0.0, 0.0);
    for (sum, &step) in gains.iter_mut().zip(steps).filter(|(_, step)| **step != 0.0) {
        if step != last {
            last = step;
            gain = (worth * (forecast.chance(x + f64::from(step) - bar) - here)) as f32;
        }
        *sum += gain;
    }
}
