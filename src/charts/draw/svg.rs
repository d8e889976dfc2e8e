//! The pen of plotters: a drawing backend that writes SVG.
//!
//! Always: plotters counts in whole pixels, so one pixel of plotters is a sixteenth of a pixel on the paper; numbers have short decimals;
//! the same strokes give the same bytes.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

/// Sixteenths in a pixel.
pub const FINE: f64 = 16.0;

/// A length in px as plotters counts it.
pub fn fine(px: f64) -> i32 {
    // A faulty caller may give any number; a stroke far outside the paper is not visible.
    (px * FINE).round().clamp(-1e7, 1e7) as i32
}

/// A length in px as SVG writes it.
pub fn px(length: f64) -> String {
    if !length.is_finite() {
        return "0".to_owned();
    }
    let sixteenths = (length * FINE).round() / FINE;
    let text = format!("{sixteenths:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A text as it stands inside a tag.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Draws into the body of an SVG.
pub struct Pen<'c> {
    pub(super) body: &'c mut String,
    pub(super) size: (u32, u32),
    /// `stroke-dasharray` of paths, in px; empty for a full line.
    pub(super) dashes: &'static str,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Pen<'_> {
    fn trace(path: impl IntoIterator<Item = BackendCoord>) -> String {
        let mut d = String::new();
        for (i, (x, y)) in path.into_iter().enumerate() {
            let _ =
                write!(d, "{}{},{}", if i == 0 { "M" } else { " L" }, px(f64::from(x) / FINE), px(f64::from(y) / FINE));
        }
        d
    }

    fn paint(name: &str, colour: BackendColor) -> String {
        let (r, g, b) = colour.rgb;
        let alpha = if colour.alpha < 1.0 { format!(" {name}-opacity=\"{:.2}\"", colour.alpha) } else { String::new() };
        format!("{name}=\"#{r:02X}{g:02X}{b:02X}\"{alpha}")
    }
}

impl DrawingBackend for Pen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }
    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }
    fn present(&mut self) -> Done {
        Ok(())
    }
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Done {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let width = px(f64::from(style.stroke_width()) / FINE);
        let dashes =
            if self.dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", self.dashes) };
        let _ = writeln!(
            self.body,
            "<path d=\"{}\" fill=\"none\" {} stroke-width=\"{width}\" stroke-linejoin=\"round\" stroke-linecap=\"round\"{dashes}/>",
            Self::trace(path),
            Self::paint("stroke", style.color()),
        );
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Done {
        let part = |i: i32| px(f64::from(i) / FINE);
        let (name, other) = if fill { ("fill", "") } else { ("stroke", " fill=\"none\"") };
        let _ = writeln!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}{other}/>",
            part(from.0.min(to.0)),
            part(from.1.min(to.1)),
            part((to.0 - from.0).abs()),
            part((to.1 - from.1).abs()),
            Self::paint(name, style.color()),
        );
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Done {
        let (name, other) = if fill { ("fill", "") } else { ("stroke", " fill=\"none\"") };
        let _ = writeln!(
            self.body,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}{other}/>",
            px(f64::from(at.0) / FINE),
            px(f64::from(at.1) / FINE),
            px(f64::from(radius) / FINE),
            Self::paint(name, style.color()),
        );
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let _ = writeln!(self.body, "<path d=\"{} Z\" {}/>", Self::trace(path), Self::paint("fill", style.color()));
        Ok(())
    }
}
