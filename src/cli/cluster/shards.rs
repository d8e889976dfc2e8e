//! Lists of shards as text: `0-99,205`.
//!
//! Invariant: what is written here is read back as the same shards, in rising order, each once.

use crate::error::Error;
use crate::say;

/// Shards as ranges: `0-2,7`.
pub(crate) fn written(shards: &[usize]) -> String {
    let mut text = String::new();
    for range in shards.chunk_by(|a, b| *b == a + 1) {
        let comma = if text.is_empty() { "" } else { "," };
        text += &match range {
            [first, .., last] => format!("{comma}{first}-{last}"),
            [only] => format!("{comma}{only}"),
            [] => String::new(),
        };
    }
    text
}

/// The shards in a text, of a sweep that has `of` shards.
///
/// # Errors
/// A text that is no list of ranges; a shard that the sweep does not have.
pub(crate) fn read(text: &str, of: usize) -> Result<Vec<usize>, Error> {
    let mut shards = Vec::new();
    for range in text.split(',') {
        let (from, to) = range.split_once('-').unwrap_or((range, range));
        match (from.trim().parse::<usize>(), to.trim().parse::<usize>()) {
            (Ok(from), Ok(to)) if from <= to && to < of => shards.extend(from..=to),
            _ => {
                let last = of.saturating_sub(1).to_string();
                return Err(Error::Argument(say!("worker-no-shards", text = text, last = last)));
            }
        }
    }
    shards.sort_unstable();
    shards.dedup();
    Ok(shards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for shards in [&[0][..], &[0, 1, 2], &[0, 2, 3, 4, 9], &[1, 3, 5, 7]] {
            assert_eq!(read(&written(shards), 10).unwrap(), shards);
        }
        assert_eq!(written(&[0, 2, 3, 4, 9]), "0,2-4,9");
        assert_eq!(read(" 7, 0-2,1", 10).unwrap(), [0, 1, 2, 7]);
    }

    #[test]
    fn a_shard_that_the_sweep_has_not_is_named_with_those_that_it_has() {
        for wrong in ["10", "3-2", "0-", "", "0,,1", "x", "5-10"] {
            let says = read(wrong, 10).unwrap_err().to_string();
            assert!(says.contains("this sweep has 0-9"), "{wrong}: {says}");
        }
    }
}
