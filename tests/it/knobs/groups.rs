//! Cases of SIGs, seats, chapters, mentors and priority of review.

const SIG: &str = "sig.kernel={ share = 0.6, hours = 5, release = \"42 days\", \
                   seat = { integrators = { places = 2, hours = 10, heard = 1.0, attends = 0.5 } } }";
const DOCS: &str = "sig.kernel={ share = 0.6, hours = 5 }; action.docs.reviewed=true";
const ASSESSED: &str = "sig.kernel={ hours = 5, seat = { integrators = { places = 2, heard = 1.0, keep = 0.95 } } }";
const CHAPTER: &str = "chapter.east={ segment = \"developers\", share = 0.5, ladder = \"contributor\", \
                       tier = \"contributor\", meets = \"1 per year\", reach = 3, holds = 1 }; \
                       ladder.user.tier.contributor={ entry = { points = 30 } }";
const PAID: &str = "chapter.east={ segment = \"developers\", share = 0.5, ladder = \"contributor\", \
                    tier = \"contributor\", meets = \"9 per year\", cost = 20, pool = \"people\" }";
const MENTORS: &str = "mechanism.mentoring={ hours = 3 }";

pub(super) const TURNS: &[(&str, &str)] = &[
    (SIG, "sig.kernel.share=0.2"),
    (DOCS, "sig.kernel.actions=[\"docs\"]"),
    (SIG, "sig.kernel.hours=20"),
    (SIG, "sig.kernel.release=70 days"),
    (SIG, "sig.kernel.seat.integrators.organisation=schools"),
    (SIG, "sig.kernel.seat.integrators.places=1"),
    (SIG, "sig.kernel.seat.integrators.hours=40"),
    (SIG, "sig.kernel.seat.integrators.heard=2"),
    (SIG, "sig.kernel.seat.integrators.requirements=0.5"),
    (SIG, "sig.kernel.seat.integrators.attends=0.9"),
    (ASSESSED, "sig.kernel.seat.integrators.every=14 days"),
    (SIG, "sig.kernel.seat.integrators.keep=0.99"),
    (SIG, "sig.kernel.seat.integrators.term=100 days"),
    (SIG, "flywheel.awaited=2"),
    (CHAPTER, "chapter.east.segment=students"),
    (CHAPTER, "chapter.east.share=0.9"),
    (CHAPTER, "chapter.east.by=industry"),
    (CHAPTER, "chapter.east.ladder=user"),
    (CHAPTER, "chapter.east.tier=committer"),
    (CHAPTER, "chapter.east.leaders=1"),
    (CHAPTER, "chapter.east.meets=0.1 per year"),
    (CHAPTER, "chapter.east.most=0.2 per year"),
    (CHAPTER, "chapter.east.lasts=20 days"),
    (PAID, "chapter.east.cost=2000"),
    (PAID, "chapter.east.pool=ads"),
    (CHAPTER, "chapter.east.reach=0"),
    (CHAPTER, "chapter.east.holds=0"),
    ("mechanism.review.hours=6", "mechanism.review.newcomers=0.9"),
    (MENTORS, "mechanism.mentoring.hours=20"),
    (MENTORS, "mechanism.mentoring.each=1"),
    (MENTORS, "mechanism.mentoring.holds=3"),
    ("", "ladder.contributor.tier.committer.benefit.review_by=engaged"),
];
