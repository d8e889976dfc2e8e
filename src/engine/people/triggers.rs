//! Triggers: whether a member acts in a tick, from which source, and how often.

use super::Scene;
use super::spells::stops_after;
use crate::world::maths::{chance, poisson, poisson_above_zero};
use crate::world::people::{NONE, Person};
use crate::world::requests::Trigger;
use crate::world::stream::Luck;

/// What a trigger brings: deeds from general triggers, deeds from the contributor's own clock, whether that clock stops, and the source.
pub(super) struct Spark {
    pub(super) deeds: u32,
    pub(super) engaged: u32,
    pub(super) stops: bool,
    pub(super) trigger: Trigger,
}

impl Scene<'_> {
    /// Whether a member who stays acts, and how often; `u` is the rest of their draw.
    pub(super) fn trigger(&self, segment: usize, id: u32, person: &Person, u: f64) -> Option<Spark> {
        let r = self.rates;
        let sources = [r.paid, r.own * f64::from(person.need), r.others, r.internal * f64::from(person.habit)];
        let all: f64 = sources.iter().sum();
        let rate = all * f64::from(person.urge);
        let clock = f64::from(person.drive.abs());
        if !r.steady && u >= chance(rate + clock) {
            return None;
        }
        let mut luck = self.ground.draws.at(u64::from(id)).at(1).luck();
        let mut spark = Spark { deeds: 0, engaged: 0, stops: false, trigger: Trigger::Organic };
        let mut engaged = false;
        if r.steady {
            let t = f64::from(self.seen.tick);
            // With a small tolerance, so that whole rates give whole numbers in every tick.
            spark.deeds = ((rate * (t + 1.0) + 1e-9).floor() - (rate * t + 1e-9).floor()) as u32;
            engaged = clock > 0.0 && u < chance(clock);
        } else {
            if clock > 0.0 {
                engaged = luck.unit() * chance(rate + clock) < chance(clock);
            }
            spark.deeds = if engaged { poisson(rate, &mut luck) } else { poisson_above_zero(rate, &mut luck) };
        }
        if spark.deeds == 0 && !engaged {
            return None;
        }
        spark.deeds = spark.deeds.min(10_000);
        spark.trigger = source(&sources, all, &mut luck);
        if engaged && person.dossier != NONE {
            let clock = &self.seen.dossiers.list[person.dossier as usize].clock;
            let terms = &self.ground.rules.segments[segment].terms;
            // Spells are Poisson, so that a long tick has as many as the short ticks that make it up. The clock may stop after each spell.
            let spells = poisson_above_zero(f64::from(person.drive.abs()), &mut luck).min(1000);
            let stops = stops_after(self.ground, self.seen.dossiers, person, self.seen.desks);
            for _ in 0..spells {
                spark.engaged += terms.engagement.as_ref().map_or(1, |e| e.deeds(clock, false, &mut luck));
                if luck.unit() < stops {
                    spark.stops = true;
                    break;
                }
            }
        }
        Some(spark)
    }
}

/// A source, by its rate.
fn source(sources: &[f64; 4], all: f64, luck: &mut Luck) -> Trigger {
    const ORDER: [Trigger; 4] = [Trigger::Paid, Trigger::Organic, Trigger::Social, Trigger::Internal];
    let mut at = luck.unit() * all;
    for (trigger, &rate) in ORDER.into_iter().zip(sources) {
        if at < rate {
            return trigger;
        }
        at -= rate;
    }
    Trigger::Organic
}
