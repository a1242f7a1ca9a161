using Gan.Onnx;
using Gan.Serving;

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
        public override ImageShape? Images => ImageShape.Of(Facts.Description.SampleShape);

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
            string[] columns = [.. VectorRows.NamesOf(Facts.Description)];
            if (request.Truncation is { } truncation)
                return new StreamedVectors(columns, Truncation.Sample(lease.Generator, request, truncation), Facts.Description.ClassNames);
            if (request.Count > MostRowsAtOnce)
                return new StreamedVectors(columns, Sample(lease.Generator, request), Facts.Description.ClassNames);
            return new MadeVectors(columns, await generator.SampleAsync(request.Count, request.Seed, request.Class, cancellationToken));
        }

        private static Microsoft.ML.IDataView Sample(GeneratorTransformer generator, SampleRequest request) => request.Class is null
            ? generator.Sample(request.Count, request.Seed)
            : generator.Sample(request.Count, request.Class, request.Seed);
    }
}
