using ScottPlot;

namespace Gan.Tool.Pictures;

/// <summary>The look that the plots share.</summary>
internal static class PlotStyle
{
    public const float LabelSize = 15;

    private const float LeftWidth = 80;

    public static readonly Color Blue = Color.FromHex("#2A6FBB");
    public static readonly Color Orange = Color.FromHex("#E07A1F");
    public static readonly Color Green = Color.FromHex("#2E9E5B");
    public static readonly Color Grey = Color.FromHex("#7A828C");

    public static void Apply(Plot plot)
    {
        plot.Font.Set(PictureFont.Family);
        foreach (var axis in new IAxis[] { plot.Axes.Left, plot.Axes.Bottom })
        {
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = 13;
        }
        plot.Axes.Left.MinimumSize = plot.Axes.Left.MaximumSize = LeftWidth;
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.FontSize = 14;
        plot.Legend.FontName = PictureFont.Family;
        plot.Legend.TightHorizontalWrapping = true;
        plot.Legend.Margin = new PixelPadding(0);
        plot.Legend.OutlineColor = plot.Legend.ShadowColor = Colors.Transparent;
    }
}
