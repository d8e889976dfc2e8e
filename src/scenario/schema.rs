//! The shape of a scenario file: which tables it may have, and which values they may have.
//!
//! Everything that reads, checks, lists or documents scenarios walks [`ROOT`]; nothing else knows the language.

use super::plan_form::{LEVER, PLAN, UNCERTAINTY};
use super::preset_actions;
use super::search_form::{SEARCH, WORLD};
use crate::incentives::{
    self, announcement, badge, balance, belief, campaign, carrier, endorsement, framework, ladder, occasion, path,
    points, prize, shop,
};
use crate::kinds;
use crate::mechanisms;
use crate::params;
use crate::registry::{Form, Knob, Part, Shape};

pub use super::plan_form::{Lever, Plan, Uncertainty};
pub use super::search_form::Search;

params! {
    /// The whole file.
    pub struct Root: "scenario" {
        pub name: String = needed_text();
        pub title: String = text("");
        pub question: String = text("");
        pub extends: String = text("");
        pub presets: Vec<String> = references("<presets>");
        pub start: String = date();
        pub scale: f64 = number("times", 1e-6..=1e6, 1.0);
        pub horizon: f64 = duration(1.0..=36_525.0, 1095.75);
        pub tick: String = choice(&["1 day", "1 week", "1 month", "1 quarter", "1 year"], "1 week");
        pub replicates: i64 = count("runs", 1..=100_000, 64);
        pub replicates_until: f64 = number("share-of-the-baseline", 0.0..=1.0, 0.0);
        pub replicates_most: i64 = count("runs", 1..=100_000, 1024);
        pub seed: i64 = count("", 0..=i64::MAX, 7);
        pub headline: String = text("active-people");
        pub beside: Vec<String> = references("<metrics>");
        pub target: Option<f64> = maybe("", -1e15..=1e15);
        pub baseline: String = text("Baseline");
    }
}

/// The whole file.
pub const ROOT: Form = Form {
    id: "scenario",
    knobs: Root::KNOBS,
    parts: &[
        Part { name: "segment", shape: Shape::Named(&SEGMENT) },
        Part { name: "contacts", shape: Shape::One(&CONTACTS) },
        Part { name: "action", shape: Shape::Named(&ACTION) },
        Part { name: "preset-actions", shape: Shape::One(&preset_actions::ACTIONS) },
        Part { name: "mechanism", shape: Shape::Rows(|| mechanisms::REGISTRY.forms()) },
        Part { name: "points", shape: Shape::Named(&points::FORM) },
        Part { name: "balance", shape: Shape::One(&balance::FORM) },
        Part { name: "shop", shape: Shape::Named(&shop::FORM) },
        Part { name: "prize", shape: Shape::Named(&prize::FORM) },
        Part { name: "badge", shape: Shape::Named(&badge::FORM) },
        Part { name: "ladder", shape: Shape::Named(&ladder::FORM) },
        Part { name: "campaign", shape: Shape::Named(&campaign::FORM) },
        Part { name: "carrier", shape: Shape::Named(&carrier::FORM) },
        Part { name: "occasion", shape: Shape::Named(&occasion::FORM) },
        Part { name: "hub", shape: Shape::One(&kinds::HUB) },
        Part { name: "organisation", shape: Shape::Named(&kinds::ORGANISATION) },
        Part { name: "path", shape: Shape::Named(&path::FORM) },
        Part { name: "framework", shape: Shape::One(&framework::FORM) },
        Part { name: "sig", shape: Shape::Named(&kinds::sig::FORM) },
        Part { name: "chapter", shape: Shape::Named(&kinds::chapter::FORM) },
        Part { name: "flywheel", shape: Shape::One(&kinds::flywheel::FORM) },
        Part { name: "belief", shape: Shape::One(&belief::FORM) },
        Part { name: "trust", shape: Shape::One(&kinds::trust::FORM) },
        Part { name: "announcement", shape: Shape::Named(&announcement::FORM) },
        Part { name: "milestone", shape: Shape::Named(&kinds::milestone::FORM) },
        Part { name: "endorsement", shape: Shape::Named(&endorsement::FORM) },
        Part { name: "budget", shape: Shape::One(&BUDGET) },
        Part { name: "coast", shape: Shape::One(&COAST) },
        Part { name: "record", shape: Shape::One(&RECORD) },
        Part { name: "history", shape: Shape::Named(&HISTORY) },
        Part { name: "treatment", shape: Shape::Patches(&TREATMENT) },
        Part { name: "plan", shape: Shape::One(&PLAN) },
        Part { name: "lever", shape: Shape::Named(&LEVER) },
        Part { name: "uncertainty", shape: Shape::Named(&UNCERTAINTY) },
        Part { name: "search", shape: Shape::One(&SEARCH) },
        Part { name: "world", shape: Shape::Patches(&WORLD) },
        Part { name: "intervention", shape: Shape::Patches(&INTERVENTION) },
        Part { name: "shock", shape: Shape::Named(&SHOCK) },
    ],
};

params! {
    /// `[segment.developers]`.
    pub struct Segment: "segment" {
        pub people: i64 = count("people", 1..=1_000_000_000, 1000).scales();
        pub members_at_start: i64 = count("people", 0..=1_000_000_000, 0).scales();
        pub contributors_at_start: i64 = count("people", 0..=1_000_000_000, 0).scales();
        pub ages_at_start: String = choice(&["steady", "new"], "steady");
        pub employers: i64 = count("organisations", 0..=1_000_000, 0).scales();
        pub history: f64 = duration(1.0..=36_525.0, 1826.25).guess();
    }
}

/// `[segment.developers]`.
pub const SEGMENT: Form = Form {
    id: "segment",
    knobs: Segment::KNOBS,
    // Any mechanism's knobs, for this segment alone.
    parts: &[Part { name: "mechanism", shape: Shape::Rows(|| mechanisms::REGISTRY.forms()) }],
};

params! {
    /// `[contacts]`.
    pub struct Contacts: "contacts" {
        pub kind: String = choice(&["well-mixed", "blocks", "random", "regular", "small-world", "scale-free", "file"], "well-mixed");
        pub mean_degree: f64 = number("contacts", 0.0..=1000.0, 10.0).guess();
        pub rewire: f64 = number("share", 0.0..=1.0, 0.05).cited("Watts & Strogatz 1998, Nature 393", "https://doi.org/10.1038/30918");
        pub own_block: f64 = number("share", 0.0..=1.0, 0.5).guess();
        pub file: String = text("");
        pub redraw: bool = flag(true);
    }
}

/// `[contacts]`.
pub const CONTACTS: Form = Form { id: "contacts", knobs: Contacts::KNOBS, parts: &[] };

params! {
    /// `[action.answer]`.
    pub struct Action: "action" {
        pub title: String = text("");
        pub effort: f64 = number("hours", 0.0..=1000.0, 0.5).guess();
        pub appeal: f64 = number("logits", -30.0..=30.0, 0.0).calibrated();
        pub barrier: f64 = number("logits", 0.0..=30.0, 0.0).guess();
        pub challenge: f64 = number("skill", 0.0..=1.0, 0.0).guess();
        pub reviewed: bool = flag(false);
        pub review_hours: f64 = number("hours", 0.0..=1000.0, 1.0).guess();
        pub contribution: bool = flag(false);
        pub mimics: Option<String> = maybe_reference("action");
        pub detection: f64 = number("chance", 0.0..=1.0, 0.05).guess();
        pub penalty_points: i64 = count("points", 0..=1_000_000_000, 0);
        pub mutual: bool = flag(false);
        pub who: Vec<String> = references("segment");
    }
}

/// `[action.answer]`.
pub const ACTION: Form = Form {
    id: "action",
    knobs: Action::KNOBS,
    parts: &[
        Part { name: "value", shape: Shape::One(&VALUE) },
        Part { name: "relief", shape: Shape::One(&incentives::NEEDS) },
    ],
};

params! {
    /// `[action.answer.value]`: what one deed is truly worth to the ecosystem.
    pub struct ActionValue: "action-value" {
        pub content: f64 = number("units", 0.0..=1000.0, 0.0).guess();
        pub code: f64 = number("units", 0.0..=1000.0, 0.0).guess();
        pub knowledge: f64 = number("units", 0.0..=1000.0, 0.0).guess();
    }
}

/// `[action.answer.value]`: what one deed is truly worth to the ecosystem.
pub const VALUE: Form = Form { id: "action-value", knobs: ActionValue::KNOBS, parts: &[] };

params! {
    /// `[budget]`.
    pub struct Budget: "budget" {
        pub total: i64 = count("money", 0..=1_000_000_000_000_000, 0).scales();
        pub currency: String = text("CNY");
        pub period: f64 = duration(1.0..=36_525.0, 365.25);
        pub hour: f64 = number("money", 0.01..=1e9, 100.0).guess();
        pub worth: f64 = number("money-a-year", 0.0..=1e12, 0.0);
        pub discount: f64 = number("share-a-year", 0.0..=10.0, 0.1).guess();
        pub felt: f64 = number("logits", 0.0..=10.0, 0.3).guess();
    }
}

/// `[budget]`.
pub const BUDGET: Form =
    Form { id: "budget", knobs: Budget::KNOBS, parts: &[Part { name: "pools", shape: Shape::Numbers(&POOL) }] };
const POOL: Knob = Knob::number("pool", "share", 0.0..=1.0, 0.0).within("budget-pools");

params! {
    /// `[coast]`.
    pub struct Coast: "coast" {
        pub replicates: i64 = count("runs", 0..=100_000, 16);
        pub after: f64 = duration(1.0..=3653.0, 365.25);
    }
}

/// `[coast]`.
pub const COAST: Form = Form { id: "coast", knobs: Coast::KNOBS, parts: &[] };

params! {
    /// `[record]`.
    pub struct Record: "record" {
        pub every: String = choice(&["tick", "month", "quarter", "year"], "month");
        pub people: i64 = count("people", 0..=1_000_000, 0);
    }
}

/// `[record]`.
pub const RECORD: Form = Form { id: "record", knobs: Record::KNOBS, parts: &[] };

params! {
    /// `[history.active]`: months of a real community, drawn as dots under the fan.
    pub struct History: "history" {
        pub file: String = needed_text();
        pub date: String = text("month");
        pub value: String = needed_text();
        pub metric: String = needed_text();
        pub source: String = text("");
    }
}

/// `[history.active]`: months of a real community, drawn as dots under the fan.
pub const HISTORY: Form = Form { id: "history", knobs: History::KNOBS, parts: &[] };

params! {
    /// `[treatment.points-shop]`.
    pub struct Treatment: "treatment" {
        pub says: String = text("");
        pub from: Option<String> = maybe_date();
    }
}

/// `[treatment.points-shop]`.
pub const TREATMENT: Form = Form { id: "treatment", knobs: Treatment::KNOBS, parts: &[] };

params! {
    /// `[intervention.halve-points]`.
    pub struct Intervention: "intervention" {
        pub says: String = text("");
        pub on: Option<String> = maybe_date();
        pub when: String = text("");
        pub every: f64 = duration(1.0..=3653.0, 7.0);
        pub again: bool = flag(false);
    }
}

/// `[intervention.halve-points]`.
pub const INTERVENTION: Form = Form { id: "intervention", knobs: Intervention::KNOBS, parts: &[] };

params! {
    /// `[shock.outage]`.
    pub struct Shock: "shock" {
        pub says: String = text("");
        pub on: String = date();
        pub segments: Vec<String> = references("segment");
        pub leave: f64 = number("share", 0.0..=1.0, 0.0);
        pub stop: f64 = number("share", 0.0..=1.0, 0.0);
        pub vacate: f64 = number("share", 0.0..=1.0, 0.0);
        pub wipe: f64 = number("share", 0.0..=1.0, 0.0);
        pub doubt: f64 = number("share", 0.0..=1.0, 0.0);
        pub expose: String = text("");
        pub factor: f64 = number("times", 0.0..=1.0, 0.5).guess();
    }
}

/// `[shock.outage]`.
pub const SHOCK: Form = Form { id: "shock", knobs: Shock::KNOBS, parts: &[] };
