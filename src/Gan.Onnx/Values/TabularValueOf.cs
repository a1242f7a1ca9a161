using Gan.Onnx.Graph;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>A type of values that are learnt in one of the common forms.</summary>
internal abstract class TabularValueOf<TForm>(TabularValueType type, OnnxElementType elementType, DataViewType dataViewType)
    : TabularValue(type, elementType, dataViewType)
{
    /// <summary>A reader of the column's cells.</summary>
    public abstract CellReader<TForm> Read(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Whether a form stands for a missing cell.</summary>
    public virtual bool IsMissing(TForm form) => false;

    /// <summary>The text of a value, in the invariant culture.</summary>
    public abstract string TextOf(TForm form);

    /// <summary>The text of a value in messages: that of a date without a time has none.</summary>
    public virtual string Show(TForm form) => TextOf(form);

    /// <summary>The value of a text in the invariant culture.</summary>
    /// <returns>Whether the text is one of a value.</returns>
    public abstract bool TryParse(string text, out TForm form);

    protected CellReader<TForm> Read<TCell>(DataViewRow row, DataViewSchema.Column column, Func<TCell, TForm> toForm)
    {
        var getter = row.GetGetter<TCell>(column);
        TCell cell = default!;
        return new(Next, () => this);

        TForm Next()
        {
            getter(ref cell);
            return toForm(cell);
        }
    }
}
