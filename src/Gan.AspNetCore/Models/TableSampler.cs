using Gan.Onnx;
using Gan.Serving;

namespace Gan.AspNetCore;

/// <summary>A generator of table rows.</summary>
internal sealed class TableSampler(TabularGanGenerator generator) : Sampler
{
    public override IServed Served => generator;

    public override async ValueTask<OpenModel> OpenAsync(CancellationToken cancellationToken) =>
        new Model(generator, await generator.LeaseAsync(cancellationToken));

    private sealed class Model(TabularGanGenerator generator, GeneratorLease<TabularGenerator> lease)
        : OpenModel(lease, lease.Generator.RowScorer.Model)
    {
        public override RowShape Rows =>
            new(lease.Generator.Schema.Count, lease.Generator.Schema.Select(column => column.Name), Images: null);

        public override void Check(SampleRequest request, RequestProblems problems)
        {
            if (request.Class is not null)
                problems.Add("class", "The field 'class' must not be given for a table's generator. Give what is to hold of its columns in 'where'.");
            if (request.Truncation is not null)
                problems.Add("truncation", "The field 'truncation' must not be given for a table's generator. Leave it out.");
        }

        public override async Task<RowReader> SampleAsync(SampleRequest request, CancellationToken cancellationToken) =>
            request.Count > Rows.RowsAtOnce || lease.Generator.MustSearch(request.Where)
            ? new TableRows(lease.Generator.Sample(request.Count, request.Seed, request.Where), isMade: false)
            : new TableRows(await generator.SampleAsync(request.Count, request.Seed, request.Where, cancellationToken), isMade: true);
    }
}
