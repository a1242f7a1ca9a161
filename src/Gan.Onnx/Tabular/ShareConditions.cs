using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Latent vectors beside codes of columns in asked shares: row i has latent vector i, and code i of each column's sequence.</summary>
/// <param name="count">The number of rows.</param>
/// <param name="latents">Where the latent vectors come from.</param>
/// <param name="shares">The columns, by their places among the codes.</param>
/// <param name="nothing">The codes of a row where nothing is given.</param>
internal sealed class ShareConditions(
    int count, LatentSource latents, IReadOnlyList<(int Place, ShareSequence Sequence)> shares, long[] nothing) : IDataView
{
    private readonly LatentDataView _latents = new(count, latents, GanTensors.Latent);

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; } = SchemaOf(latents.LatentSize, nothing.Length);

    public long? GetRowCount() => count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var active = columnsNeeded.Select(column => column.Index).ToHashSet();
        return new Cursor(this, active, _latents.GetRowCursor(active.Contains(0) ? _latents.Schema : []));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private static DataViewSchema SchemaOf(int latentSize, int codes)
    {
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(GanTensors.Latent, new VectorDataViewType(NumberDataViewType.Single, latentSize));
        schema.AddColumn(GanTensors.Given, new VectorDataViewType(NumberDataViewType.Int64, codes));
        return schema.ToSchema();
    }

    private void Write(long row, Span<long> codes)
    {
        nothing.CopyTo(codes);
        foreach (var (place, sequence) in shares) codes[place] = sequence.CodeOf(row);
    }

    private sealed class Cursor(ShareConditions rows, HashSet<int> active, DataViewRowCursor latents) : ForwardingCursor(latents), IVectorRow
    {
        public override DataViewSchema Schema => rows.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public VectorWriter? Writer(DataViewSchema.Column column) =>
            column.Index == 0 ? ((IVectorRow)Source).Writer(rows._latents.Schema[0]) : null;

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column)) throw Getters.NotActive(column);
            return column.Index == 0
                ? Source.GetGetter<TValue>(rows._latents.Schema[0])
                : Getters.Typed<TValue>((ValueGetter<VBuffer<long>>)Codes, column, isActive: true);
        }

        private void Codes(ref VBuffer<long> codes)
        {
            var editor = VBufferEditor.Create(ref codes, rows.Schema[1].Type is VectorDataViewType type ? type.Size : 0);
            rows.Write(Position >= 0 ? Position : throw Getters.NotAtRow(), editor.Values);
            codes = editor.Commit();
        }
    }
}
