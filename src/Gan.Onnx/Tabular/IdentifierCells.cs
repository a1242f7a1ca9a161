using System.Globalization;
using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>Hands out the identifiers of a column as cells of its type.</summary>
/// <param name="maker">Makes them.</param>
/// <param name="row">The number of the current row.</param>
internal sealed class IdentifierCells(IdentifierMaker maker, Func<long> row) : ICellMaker<Delegate>
{
    /// <inheritdoc/>
    public Delegate OfElements<TElement, TCell>(Func<TElement, TCell> toCell)
        where TElement : unmanaged => (ValueGetter<TCell>)((ref TCell cell) =>
        {
            var at = row();
            object number = maker.IsMissing(at) ? double.NaN : maker.Number(at);
            cell = toCell((TElement)Convert.ChangeType(number, typeof(TElement), CultureInfo.InvariantCulture));
        });

    /// <inheritdoc/>
    public Delegate OfTexts() => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> cell) =>
    {
        var at = row();
        cell = maker.IsMissing(at) ? default : maker.Text(at).AsMemory();
    });
}
