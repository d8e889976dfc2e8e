//! A drawing as PNG.
//!
//! Always: texts are outlines, so no font is looked for and the same drawing gives the same pixels on every machine.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::Canvas;
use crate::error::Error;
use crate::say;

/// Draws a canvas at its own size.
pub fn png(canvas: &Canvas) -> Result<Vec<u8>, Error> {
    let tree = Tree::from_str(&canvas.outlined(), &Options::default()).map_err(fault)?;
    let size = tree.size().to_int_size();
    let mut paper = Pixmap::new(size.width(), size.height()).ok_or_else(|| fault(say!("chart-no-size")))?;
    resvg::render(&tree, Transform::identity(), &mut paper.as_mut());
    paper.encode_png().map_err(fault)
}

fn fault(says: impl ToString) -> Error {
    Error::Drawing { what: say!("chart-as-png"), says: says.to_string() }
}
