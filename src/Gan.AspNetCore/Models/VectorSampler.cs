using Gan.Onnx;
using Gan.Serving;
using Microsoft.ML;

namespace Gan.AspNetCore;

/// <summary>A generator of vectors or images.</summary>
internal sealed class VectorSampler(GanGenerator generator) : Sampler
{
    public override IServed Served => generator;

    public override async ValueTask<OpenModel> OpenAsync(CancellationToken cancellationToken) =>
        new Model(generator, await generator.LeaseAsync(cancellationToken));

    private sealed class Model(GanGenerator generator, GeneratorLease<GeneratorTransformer> lease)
        : OpenModel(lease, lease.Generator.Scorer.Model)
    {
        public override RowShape Rows
        {
            get
            {
                var (shape, names) = (Facts.Description.SampleShape, Facts.Description.SlotNames);
                var size = shape.Aggregate((product, next) => product * next);
                var slots = names.Count > 0 ? names : Enumerable.Range(1, size).Select(slot => $"Sample{slot}");
                var hasClasses = Facts.Description.ClassNames.Count > 0;
                return new(size, hasClasses ? slots.Prepend(GeneratorColumns.LabelColumnName) : slots, ImageShape.Of(shape));
            }
        }

        public override void Check(SampleRequest request, RequestProblems problems)
        {
            if (request.Where.Count > 0)
                problems.Add("where", "The field 'where' must not be given for a generator without columns. Leave it out, or give 'class'.");
            if (request.Class is not { } className) return;
            var (names, frequencies) = (Facts.Description.ClassNames, Facts.Description.ClassFrequencies);
            string[] learnt = [.. names.Where((_, index) => frequencies[index] > 0)];
            if (names.Count == 0) problems.Add("class", "The field 'class' must not be given for a generator without classes. Leave it out.");
            else if (!learnt.Contains(className))
                problems.Add("class", $"The field 'class' must be one of {string.Join(", ", learnt)}, but was '{className}'.");
        }

        public override async Task<RowReader> SampleAsync(SampleRequest request, CancellationToken cancellationToken)
        {
            if (request.Truncation is null && request.Count <= Rows.RowsAtOnce)
                return new MadeVectors(await generator.SampleAsync(request.Count, request.Seed, request.Class, cancellationToken));
            var samples = request.Truncation is { } truncation
                ? TruncatedSamples.Of(lease.Generator, request, truncation)
                : Sample(lease.Generator, request);
            return new StreamedVectors(samples, Facts.Description.ClassNames);
        }

        private static IDataView Sample(GeneratorTransformer generator, SampleRequest request) => request.Class is null
            ? generator.Sample(request.Count, request.Seed)
            : generator.Sample(request.Count, request.Class, request.Seed);
    }
}
