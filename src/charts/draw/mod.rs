//! Pen and paper: the canvas, the axes, the texts in their measured boxes, and the drawing as SVG and PNG.
//!
//! Always: nothing here knows a chart; the same calls give the same bytes.

pub mod axis;
pub mod canvas;
pub mod colour;
pub mod fonts;
pub mod labels;
pub mod layout;
pub mod lines;
mod outlines;
pub mod png;
pub mod svg;
pub mod text;

pub use canvas::Canvas;
pub use fonts::Fonts;
pub use png::png;
