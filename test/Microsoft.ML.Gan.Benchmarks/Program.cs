using Microsoft.ML.Gan.Benchmarks;
using Microsoft.ML.Gan.Torch;

var verbs = new SortedDictionary<string, (string Summary, Action<int> Run)>
{
    ["balance"] = (Balancing.Summary, Balancing.Run),
    ["conditions"] = (NumberConditions.Summary, NumberConditions.Run),
    ["columns"] = (ColumnCounts.Summary, ColumnCounts.Run),
    ["drawing"] = (Drawing.Summary, Drawing.Run),
    ["faults"] = (FaultyFiles.Summary, FaultyFiles.Run),
    ["few-images"] = (FewImages.Summary, FewImages.Run),
    ["fine-tuning"] = (FineTuning.Summary, FineTuning.Run),
    ["fingerprints"] = (Fingerprints.Summary, Fingerprints.Run),
    ["impute"] = (Imputation.Summary, Imputation.Run),
    ["kills"] = (Kills.Summary, Kills.Run),
    ["memory"] = (LongRuns.Summary, LongRuns.Run),
    ["parquet"] = (LargeParquet.Summary, LargeParquet.Run),
    ["preparation"] = (Preparation.Summary, Preparation.Run),
    ["presets"] = (Presets.Summary, Presets.Run),
    ["ranks"] = (RankScaling.Summary, RankScaling.Run),
    ["rows"] = (RowCounts.Summary, RowCounts.Run),
    ["serving"] = (Serving.Summary, Serving.Run),
    ["soak"] = (Soak.Summary, Soak.Run),
    ["spans"] = (SpanServing.Summary, SpanServing.Run),
    ["streaming"] = (Streaming.Summary, Streaming.Run),
    ["service"] = (ServiceLoad.Summary, ServiceLoad.Run),
    ["service-faults"] = (ServiceFaults.Summary, ServiceFaults.Run),
    ["spinning"] = (Spinning.Summary, Spinning.Run),
    ["tables"] = (TableServing.Summary, TableServing.Run),
    ["training"] = (Training.Summary, Training.Run),
};

OneDnn.LimitWhereCachesAreHidden();                                   // a loop by hand may come before the first fit
if (args is [var verb, .. var rest] && verbs.TryGetValue(verb, out var chosen) && Repetitions(rest) is { } repetitions)
{
    chosen.Run(repetitions);
    return 0;
}
Console.Error.WriteLine("dotnet run -c Release --project test/Microsoft.ML.Gan.Benchmarks -- VERB [REPETITIONS]");
foreach (var (name, (summary, _)) in verbs) Console.Error.WriteLine($"  {name,-12} {summary}");
return 1;

static int? Repetitions(string[] rest) => rest switch
{
    [] => 20,
    [var text] when int.TryParse(text, out var count) && count > 0 => count,
    _ => null,
};
