namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>A table of three columns: their shapes, as the evaluation measures them.</summary>
internal static class TableQuality
{
    private const double Least = 0.95, LeastWhenShort = 0.5;

    public static Outcome Check(CheckedDevice device)
    {
        var options = new TabularGanTrainer.Options
        {
            Device = device.Option,
            MaxRounds = device.Rounds(1500, 20),
            BatchSize = device.Rounds(500, 64),
            Width = device.Rounds(128, 32),
            Seed = 1,
        };
        var table = Data.Table(device.Rounds(1500, 600));
        using var gan = Data.MLContext.Gan().TrainTabular(options).Fit(table);
        var metrics = Data.MLContext.Gan().EvaluateTabular(table, gan.Generator.Sample(device.Rounds(1500, 600)));
        var wanted = device.IsShort ? LeastWhenShort : Least;
        return Outcome.Of(metrics.ColumnShapes >= wanted, $"shapes of columns {metrics.ColumnShapes:F3}; {wanted} wanted");
    }
}
