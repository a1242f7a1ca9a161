using Spectre.Console.Rendering;

namespace Gan.Tool.Reporting;

/// <summary>Makes all text that a console shows printable, whatever shows it.</summary>
internal sealed class PrintableHook : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(renderable => new PrintableText(renderable));

    private sealed class PrintableText(IRenderable shown) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => shown.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => shown.Render(options, maxWidth).Select(
            segment => segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(Printable.Of(segment.Text), segment.Style));
    }
}
