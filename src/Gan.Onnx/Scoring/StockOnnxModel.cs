using Gan.Onnx.Graph;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Saves a scorer as ML.NET's own ONNX transformer, so that a saved pipeline loads in programs without this library.</summary>
/// <remarks>
/// The stock transformer names columns as the graph names its inputs and outputs, needs inputs and outputs to differ, and strips the
/// suffix ".output". Outputs that this rules out are saved under another name, with a copy and a drop behind them. It gives vectors only:
/// scalars go through <see cref="StockScalar"/> where an output has the name of that one's output; else they load as vectors of one value.
/// </remarks>
internal static class StockOnnxModel
{
    private const string StrippedSuffix = ".output";

    public static void Save(
        ModelSaveContext context, string temporaryFolder, byte[] model, IReadOnlyList<OnnxColumn> inputs, IReadOnlyList<OnnxColumn> outputs)
    {
        var hasScalars = outputs.Any(output => output.ColumnName == StockScalar.OutputColumnName && IsScalar(output));
        var taken = inputs.Concat(outputs).Select(column => column.ColumnName).ToHashSet();
        var graphNames = outputs.ToDictionary(
            output => output.ColumnName, output => GraphName(output, inputs, taken, hasScalars));
        var rowModel = OnnxRowModel.Create(
            model,
            inputs.ToDictionary(input => input.TensorName, input => input.ColumnName),
            outputs.ToDictionary(output => output.TensorName, output => graphNames[output.ColumnName]),
            outputs.ToDictionary(output => graphNames[output.ColumnName], SlotNames),
            [.. inputs.Where(input => input.Type is VectorDataViewType { ItemType: var item } && item == NumberDataViewType.Byte)
                .Select(input => input.TensorName)]);

        OnnxTelemetry.TurnOff();
        var mlContext = new MLContext();    // saving needs no GPU, whatever scoring asks for
        var path = Path.Combine(temporaryFolder, Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, rowModel);
            // The overload for a path: the one for a stream leaves its temporary file behind
            using var onnx = mlContext.Transforms.ApplyOnnxModel([.. graphNames.Values], [.. inputs.Select(input => input.ColumnName)], path)
                .Fit(new EmptyDataView(Schema(inputs)));
            Chain(mlContext, onnx, inputs, [.. outputs.Where(output => graphNames[output.ColumnName] != output.ColumnName)], graphNames, hasScalars)
                .Save(context);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ITransformer Chain(
        MLContext mlContext, ITransformer onnx, IReadOnlyList<OnnxColumn> inputs, IReadOnlyList<OnnxColumn> renamed,
        Dictionary<string, string> graphNames, bool hasScalars)
    {
        if (renamed.Count == 0) return onnx;
        List<ITransformer> chain = [onnx];
        IDataView data = new EmptyDataView(onnx.GetOutputSchema(Schema(inputs)));
        // Every scalar passes through the column Score: the output that is named so comes last
        foreach (var output in renamed.OrderBy(output => output.ColumnName == StockScalar.OutputColumnName))
        {
            var source = graphNames[output.ColumnName];
            if (hasScalars && IsScalar(output))
            {
                var isBoolean = output.Type is BooleanDataViewType;
                if (isBoolean) Append(mlContext.Transforms.Conversion.ConvertType(source, outputKind: DataKind.Single).Fit(data));
                Append(StockScalar.Create(mlContext, source));
                source = StockScalar.OutputColumnName;
                if (isBoolean)
                {
                    Append(mlContext.Transforms.Conversion.ConvertType(output.ColumnName, source, DataKind.Boolean).Fit(data));
                    continue;
                }
            }
            if (source != output.ColumnName) Append(mlContext.Transforms.CopyColumns(output.ColumnName, source).Fit(data));
        }
        Append(mlContext.Transforms.DropColumns([.. renamed.Select(output => graphNames[output.ColumnName])]).Fit(data));
        return new TransformerChain<ITransformer>([.. chain]);

        void Append(ITransformer next)
        {
            chain.Add(next);
            data = next.Transform(data);
        }
    }

    private static bool IsScalar(OnnxColumn output) => output.Type is not VectorDataViewType;

    private static string GraphName(OnnxColumn output, IReadOnlyList<OnnxColumn> inputs, HashSet<string> taken, bool hasScalars)
    {
        var isPossible = !(hasScalars && IsScalar(output))
            && !output.ColumnName.EndsWith(StrippedSuffix, StringComparison.Ordinal)
            && inputs.All(input => input.ColumnName != output.ColumnName);
        return isPossible ? output.ColumnName : OnnxRowModel.Unused($"{output.TensorName} of the model", taken);
    }

    private static IReadOnlyList<string> SlotNames(OnnxColumn output) =>
        output.Annotations is { } annotations ? TextAnnotations.Read(annotations, TextAnnotations.SlotNamesKind) ?? [] : [];

    private static DataViewSchema Schema(IReadOnlyList<OnnxColumn> columns)
    {
        var schema = new DataViewSchema.Builder();
        foreach (var column in columns) schema.AddColumn(column.ColumnName, column.Type);
        return schema.ToSchema();
    }
}
