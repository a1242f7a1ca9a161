namespace Gan.AspNetCore;

/// <summary>Writes rows in one form.</summary>
internal abstract class RowWriter : IDisposable
{
    public abstract void Write(RowReader row);

    /// <summary>Hands over what was written so far.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Writes what stands behind the last row.</summary>
    public virtual void End()
    {
    }

    public abstract void Dispose();
}
