using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>What a tabular generator's file says of itself.</summary>
internal static class TabularManifest
{
    public static GanManifest Of(TableSchema schema, IReadOnlyList<string> outputs, int latentSize, IReadOnlyList<TabularRule> rules)
    {
        var (place, number) = (0, 0);
        return new()
        {
            FormatVersion = GanManifest.NewestFormat(GanManifest.TabularGeneratorKind),
            Kind = GanManifest.TabularGeneratorKind,
            LatentSize = latentSize,
            Prior = LatentPrior.Normal,
            SampleShape = [],
            Identifiers = schema.Identifiers.Count > 0 ? schema.Identifiers : null,
            Rules = rules.Count > 0 ? [.. rules.Select(rule => new TabularRuleText { Text = rule.ToString(), Kept = rule.Keeping })] : null,
            Columns =
            [
                .. schema.Columns.Zip(outputs).Where(pair => !pair.First.Schema.IsHidden).Select(pair => pair.First.Describe(schema, pair.Second) with
                {
                    Given = pair.First.CanStandInConditions ? place++ : null,
                    GivenNumber = pair.First.HasNumbers ? number++ : null,
                }),
            ],
        };
    }
}
