using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Reports;

/// <summary>Reports as the state of a training has them: a column of numbers for each of their values.</summary>
internal static class ReportColumns
{
    public static void Save(StateWriter to, IReadOnlyList<GanTrainingReport> reports)
    {
        Write("round", report => report.Round);
        Write("epoch", report => report.Epoch);
        Write("discriminatorLoss", report => report.DiscriminatorLoss);
        Write("penalty", report => report.Penalty);
        Write("generatorLoss", report => report.GeneratorLoss);
        Write("probabilityOfReal", report => report.ProbabilityOfReal);
        Write("probabilityOfFake", report => report.ProbabilityOfFake);
        Write("value", report => report.Value);
        Write("discriminatorAccuracy", report => report.DiscriminatorAccuracy);
        Write("diversity", report => report.Diversity);
        Write("generatorSignal", report => report.GeneratorSignal);
        Write("hasQuality", report => report.Quality is not null);
        Write("quality", report => report.Quality ?? 0);
        Write("discriminatorSteps", report => report.Pace.DiscriminatorSteps);
        Write("generatorSteps", report => report.Pace.GeneratorSteps);
        Write("samplesPerSecond", report => report.SamplesPerSecond);

        void Write<T>(string name, Func<GanTrainingReport, T> value) where T : struct => to.Write(name, reports.Select(value).ToArray());
    }

    public static IEnumerable<GanTrainingReport> Load(StateReader from)
    {
        var (rounds, epochs, hasQuality) = (from.ReadArray<int>("round"), from.ReadArray<int>("epoch"), from.ReadArray<bool>("hasQuality"));
        var (discriminatorSteps, generatorSteps) = (from.ReadArray<int>("discriminatorSteps"), from.ReadArray<int>("generatorSteps"));
        for (var report = 0; report < rounds.Length; report++)
        {
            double Value(string name) => from.ReadArray<double>(name)[report];
            yield return new GanTrainingReport
            {
                Round = rounds[report],
                Epoch = epochs[report],
                DiscriminatorLoss = Value("discriminatorLoss"),
                Penalty = Value("penalty"),
                GeneratorLoss = Value("generatorLoss"),
                ProbabilityOfReal = Value("probabilityOfReal"),
                ProbabilityOfFake = Value("probabilityOfFake"),
                Value = Value("value"),
                DiscriminatorAccuracy = Value("discriminatorAccuracy"),
                Diversity = Value("diversity"),
                GeneratorSignal = Value("generatorSignal"),
                Quality = hasQuality[report] ? Value("quality") : null,
                Pace = new GanPace(discriminatorSteps[report], generatorSteps[report]),
                SamplesPerSecond = Value("samplesPerSecond"),
            };
        }
    }
}
