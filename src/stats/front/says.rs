//! What is said of a front: what more money buys, whether the search has come to an end, and how the designs do on fresh luck.
//!
//! Invariant: no sentence tells designs apart that runs cannot.

use super::Front;
use crate::words::number::{GLUE, many, percent};

/// Less than this, over a quarter of the generations, is no growth.
const STILL: f64 = 0.01;

impl Front {
    /// What more money buys along the front, as far as the runs can tell.
    pub fn finding(&self) -> String {
        if !self.holds {
            let limits = self.limits.join(" and ");
            return format!("No design that was tried holds {limits}; the one that breaks it least is shown");
        }
        let (Some(first), last) = (self.members.first(), self.members.len().saturating_sub(1)) else {
            return "Nothing was found".to_owned();
        };
        let told = |k: usize, g: usize| self.goals[g].figure(&self.currency, self.members[k].goals[g].value);
        let letter = |k: usize| self.members[k].letter.as_str();
        let (Some(gain), Some(paid)) = (self.goal("gain"), self.goal("money-paid")) else {
            return match self.knee() {
                _ if last == 0 => "One design is best in everything that is wanted".to_owned(),
                Some(knee) => format!("{} is the knee of {}", letter(knee), many(last + 1, "design")),
                None => format!(
                    "From {} to {} {} goes from {} to {}, without a knee",
                    first.letter,
                    letter(last),
                    self.goals[0].says,
                    told(0, 0),
                    told(last, 0)
                ),
            };
        };
        if last == 0 {
            return format!("One design is best in everything: growth of {} for {}", told(0, gain), told(0, paid));
        }
        let at = |k: usize, g: usize| self.members[k].goals[g].value;
        let most = (0..=last).max_by(|a, b| at(*a, gain).total_cmp(&at(*b, gain))).unwrap_or(0);
        if most == 0 || !self.apart(0, most, gain) {
            let dear = if most == 0 { last } else { most };
            return format!(
                "More money buys no growth that runs can tell: {} for {} ({}), {} for {} ({})",
                told(0, gain),
                told(0, paid),
                letter(0),
                told(dear, gain),
                told(dear, paid),
                letter(dear)
            );
        }
        // A knee that cannot be told from the most has all of it.
        let knee = self.knee().filter(|knee| *knee != most && at(most, gain) > 0.0 && at(most, paid) > 0.0);
        match knee {
            Some(knee) if !self.apart(knee, most, gain) => format!(
                "{} is the knee: growth that cannot be told from the largest, {}, for {} of its money",
                letter(knee),
                told(knee, gain),
                percent(at(knee, paid) / at(most, paid))
            ),
            Some(knee) => format!(
                "{} is the knee: {} of the largest growth for {} of its money",
                letter(knee),
                percent(at(knee, gain) / at(most, gain)),
                percent(at(knee, paid) / at(most, paid))
            ),
            None => format!(
                "Growth rises with money, from {} for {} ({}) to {} for {} ({}), without a knee",
                told(0, gain),
                told(0, paid),
                letter(0),
                told(most, gain),
                told(most, paid),
                letter(most)
            ),
        }
    }

    /// Whether the search has converged: a sentence.
    pub fn convergence(&self) -> String {
        let volumes: Vec<f64> = self.generations.iter().map(|g| g.volume).collect();
        let n = volumes.len().saturating_sub(1);
        let back = n.div_ceil(4);
        let (Some(now), Some(then)) = (volumes.last(), volumes.get(n - back.min(n))) else {
            return String::new();
        };
        if n < 4 || *now <= 0.0 {
            return format!("{} are too few to say whether the search has converged", many(n, "generation"));
        }
        let grew = (now - then) / now;
        let over = if back == 1 { "generation".to_owned() } else { many(back, "generation") };
        if grew.abs() < STILL {
            format!("The search has converged: over the last {over} the front moved by less than 1{GLUE}%")
        } else if grew > 0.0 {
            format!(
                "The search has not converged: over the last {over} the front still grew by {}; give `search.generations` more",
                percent(grew)
            )
        } else {
            format!(
                "The search goes by luck: over the last {over} the front fell back by {} as its designs were run again; give `search.replicates` more",
                percent(-grew)
            )
        }
    }

    /// What became of the search's front on fresh luck.
    pub fn fresh(&self) -> String {
        let n = self.members.len();
        let runs = self.members.first().map_or(0, |m| m.runs);
        let mut text = format!("Each is judged by {} on fresh luck", many(runs, "run"));
        if self.worlds > 1 {
            text += &format!(" in {} freshly drawn", many(self.worlds, "world"));
        }
        if self.fallen > 0 {
            text += &format!(
                "; {} of {} that the search had on its front {} off it there",
                self.fallen,
                self.fallen + n,
                if self.fallen == 1 { "is" } else { "are" }
            );
        }
        if let Some(gain) = self.goal("gain").filter(|_| self.relative && n > 0) {
            let over = self.members.iter().map(|m| m.promised[gain] - m.goals[gain].value).sum::<f64>() / n as f64;
            if over.abs() >= 0.005 {
                let way = if over > 0.0 { "above" } else { "below" };
                let points = (over.abs() * 100.0).round();
                let points = if points == 1.0 { "a point".to_owned() } else { format!("{points} points") };
                text += &format!("; the search had put growth {points} {way} that");
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Generation, tests::front};
    use super::*;

    #[test]
    fn what_more_money_buys_is_told_as_far_as_runs_can_tell() {
        let mut front = front(&[(0.06, 100.0), (0.05, 1.0)]);
        assert_eq!(
            front.finding().replace(GLUE, " "),
            "Growth rises with money, from 0.05 for 1 (A) to 0.06 for 100 (B), without a knee"
        );
        for member in &mut front.members {
            (member.goals[0].low, member.goals[0].high) = (0.03, 0.08);
        }
        assert!(front.finding().starts_with("More money buys no growth that runs can tell"));
    }

    #[test]
    fn a_search_that_stands_still_has_converged_and_no_other() {
        let told = |volumes: &[f64]| {
            let mut front = front(&[(0.4, 9.0)]);
            front.generations =
                volumes.iter().map(|v| Generation { designs: 1, runs: 1, front: 1, volume: *v }).collect();
            front.convergence()
        };
        assert!(told(&[0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.8, 0.804, 0.804]).starts_with("The search has converged"));
        assert!(told(&[0.1, 0.3, 0.5, 0.6, 0.62, 0.64, 0.66, 0.7, 0.8]).starts_with("The search has not converged"));
        assert!(told(&[0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.8, 0.7, 0.7]).starts_with("The search goes by luck"));
        assert!(told(&[0.1, 0.3]).contains("too few"));
    }
}
