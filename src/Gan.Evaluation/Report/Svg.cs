using System.Net;
using System.Text;

namespace Gan.Evaluation.Report;

/// <summary>A picture in the page: SVG elements, one after the other.</summary>
internal sealed class Svg(double width, double height)
{
    private readonly StringBuilder _elements = new();

    /// <summary>A rectangle.</summary>
    /// <param name="box">Its place and size.</param>
    /// <param name="style">The class of the style sheet that it looks by.</param>
    /// <param name="tip">What is shown when the pointer rests on it; null for nothing.</param>
    /// <param name="fill">A colour in place of the class's own.</param>
    public void Rectangle((double X, double Y, double Width, double Height) box, string style, string? tip = null, string? fill = null)
    {
        _elements.Append(FormattableString.Invariant(
            $"<rect class=\"{style}\" x=\"{box.X:0.##}\" y=\"{box.Y:0.##}\" width=\"{box.Width:0.##}\" height=\"{box.Height:0.##}\""));
        if (fill is not null) _elements.Append(FormattableString.Invariant($" fill=\"{fill}\""));
        _elements.Append(tip is null ? "/>" : $"><title>{WebUtility.HtmlEncode(tip)}</title></rect>");
    }

    /// <summary>A line from point to point.</summary>
    public void Line(IEnumerable<(double X, double Y)> points, string style)
    {
        var corners = points.Select(point => FormattableString.Invariant($"{point.X:0.##},{point.Y:0.##}"));
        _elements.Append($"<polyline class=\"{style}\" points=\"{string.Join(' ', corners)}\"/>");
    }

    /// <summary>A dot.</summary>
    public void Dot((double X, double Y) centre, double radius, string style) =>
        _elements.Append(FormattableString.Invariant(
            $"<circle class=\"{style}\" cx=\"{centre.X:0.##}\" cy=\"{centre.Y:0.##}\" r=\"{radius:0.##}\"/>"));

    /// <summary>A text, cut to a number of characters; all of it is shown when the pointer rests on it.</summary>
    /// <param name="at">Where its base line begins, or ends for the class "end".</param>
    /// <param name="text">The text.</param>
    /// <param name="style">The class of the style sheet that it looks by.</param>
    /// <param name="most">The most characters shown.</param>
    /// <param name="angle">How it is turned, in degrees.</param>
    public void Text((double X, double Y) at, string text, string style, int most = int.MaxValue, double angle = 0)
    {
        var shown = text.Length <= most ? text : $"{text[..(most - 1)]}…";
        var turn = angle == 0 ? "" : FormattableString.Invariant($" transform=\"rotate({angle:0.##} {at.X:0.##} {at.Y:0.##})\"");
        _elements.Append(FormattableString.Invariant(
            $"<text class=\"{style}\" x=\"{at.X:0.##}\" y=\"{at.Y:0.##}\"{turn}>{WebUtility.HtmlEncode(shown)}"));
        if (shown != text) _elements.Append($"<title>{WebUtility.HtmlEncode(text)}</title>");
        _elements.Append("</text>");
    }

    public override string ToString()
    {
        var size = FormattableString.Invariant($"viewBox=\"0 0 {width:0.##} {height:0.##}\" style=\"max-width:{width:0.##}px\"");
        return $"<svg {size} xmlns=\"http://www.w3.org/2000/svg\" role=\"img\">{_elements}</svg>";
    }
}
