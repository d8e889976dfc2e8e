//! Whether a model has random outcomes.

use super::Model;
use crate::mechanisms::{Contagion, Rates};
use crate::world::Seen;
use crate::world::contacts::Contacts;
use crate::world::dossier::Dossiers;
use crate::world::menu::Menu;

impl Model {
    /// Whether any mechanism makes a random draw for any segment.
    pub fn is_random(&self) -> bool {
        let (rules, _) = self.rules(0);
        // Thresholds without an outside hazard, and deeds at a steady rate, are deterministic.
        self.segments.iter().zip(&rules.segments).any(|(segment, rules)| {
            let mut rates = Rates::default();
            let menu = Menu { paid: 1.0, ..Default::default() };
            let dossiers = Dossiers::default();
            let contacts = Contacts::default();
            let seen = Seen::quiet(self.calendar.step.days(), &menu, &dossiers, &contacts);
            for mechanism in &rules.mechanisms {
                mechanism.hazards(&seen, &mut rates);
            }
            let adopts =
                rates.external > 0.0 || rates.social > 0.0 && !matches!(rates.contagion, Contagion::Threshold(_));
            let reachable = segment.people > segment.members;
            let acts = segment.members > 0 && !rates.steady && rates.own + rates.paid + rates.others > 0.0;
            adopts && reachable || acts || rates.comeback > 0.0
        })
    }
}
