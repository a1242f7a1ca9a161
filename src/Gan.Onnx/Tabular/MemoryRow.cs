using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>The current one of several latent vectors in memory.</summary>
internal sealed class MemoryRow : DataViewRow, IVectorRow
{
    private readonly MemoryLatents _latents;
    private long _position = -1;

    public MemoryRow(MemoryLatents latents)
    {
        _latents = latents;
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(GanTensors.Latent, new VectorDataViewType(NumberDataViewType.Single, latents.LatentSize));
        Schema = schema.ToSchema();
    }

    public override DataViewSchema Schema { get; }

    public override long Position => _position;

    public override long Batch => 0;

    public override bool IsColumnActive(DataViewSchema.Column column) => true;

    /// <summary>Goes to a vector.</summary>
    public void MoveTo(int row) => _position = row;

    public VectorWriter Writer(DataViewSchema.Column column) => Write;

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_position, 0);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        ValueGetter<VBuffer<float>> getter = (ref VBuffer<float> value) =>
        {
            var editor = VBufferEditor.Create(ref value, _latents.LatentSize);
            Write(editor.Values);
            value = editor.Commit();
        };
        return Getters.Typed<TValue>(getter, column, isActive: true);
    }

    private void Write(Span<float> latent) => _latents.Fill(_position, latent);
}
