//! Names: which are allowed, which was probably meant, and how several are listed in a sentence.
//!
//! Invariant: a name that [`is_kebab`] allows holds no dot, so a path of such names splits in one way only.

use crate::say;

/// Spelt as alike as this, a name was meant; less alike, one that begins with what was found comes first.
const ALIKE: f64 = 0.8;
/// Spelt less alike than this, no name was meant.
const FAR: f64 = 0.6;
/// With fewer letters, many names begin so by chance.
const LETTERS: usize = 3;

/// The name that was probably meant, where any is near: one nearly spelt so, or the first that begins so and goes on with another word.
pub fn nearest<'a>(found: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace('_', "-");
    let found = plain(found);
    let (mut near, mut begins) = ((0.0, None), None);
    for name in names {
        let other = plain(name);
        let alike = strsim::normalized_damerau_levenshtein(&found, &other);
        if alike > near.0 {
            near = (alike, Some(name));
        }
        if found.chars().count() >= LETTERS && other.strip_prefix(&found).is_some_and(|rest| rest.starts_with(JOINTS)) {
            begins = begins.or(Some(name));
        }
    }
    near.1.filter(|_| near.0 >= ALIKE).or(begins).or(near.1.filter(|_| near.0 >= FAR))
}

/// What parts the words of a name.
const JOINTS: [char; 3] = ['-', ':', '.'];

/// How the last item of a list is joined to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// All of them.
    And,
    /// Any of them.
    Or,
}

/// A list of words in quotes: `"a", "b" or "c"`.
pub(super) fn quoted_list(words: &[&str], join: Join) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    list(&words, join)
}

/// A list of words: `a, b and c`.
pub(super) fn list(words: &[String], join: Join) -> String {
    match words {
        [] => say!("list-none"),
        [one] => one.clone(),
        [head @ .., last] => match join {
            Join::And => say!("list-and", head = head.join(", "), last = last),
            Join::Or => say!("list-or", head = head.join(", "), last = last),
        },
    }
}

/// Words of lower-case letters and digits, joined by single hyphens.
pub(super) fn is_kebab(name: &str) -> bool {
    name.split('-').all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

/// A knob's sentence as the end of one of ours.
pub(super) fn sentence(says: &str) -> String {
    let mut letters = says.trim_end_matches('.').chars();
    letters.next().map(|first| first.to_lowercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// The path without its last key.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(parent, _)| parent)
}

/// The last key of a path.
pub(super) fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_name_is_near_that_is_nearly_spelt_so_or_begins_so_and_none_else() {
        let names = ["active-people", "active-staff", "got:research", "exited:user.kol", "members", "members:users"];
        for (found, meant) in [
            ("active-poeple", Some("active-people")),
            ("active_staf", Some("active-staff")),
            ("active", Some("active-people")),
            ("member", Some("members")),
            ("exited", Some("exited:user.kol")),
            ("xx", None),
            ("ac", None),
            ("true", None),
        ] {
            assert_eq!(nearest(found, names), meant, "{found}");
        }
    }
}
