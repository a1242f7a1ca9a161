using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Is raised when something was so in three reports in a row, and taken back when it was over in three.</summary>
internal sealed class Alarm : IResumable
{
    private const int InARow = 3;

    private int _reports;                                             // in a row that speak against the alarm's present state
    private bool _isRaised;

    /// <summary>Takes in a report; gives true when the alarm is raised by it, false when it is taken back, and null if it stays.</summary>
    public bool? Look(bool isSo, bool isOver)
    {
        _reports = (_isRaised ? isOver : isSo) ? _reports + 1 : 0;
        if (_reports < InARow) return null;
        _reports = 0;
        return _isRaised = !_isRaised;
    }

    public void Save(StateWriter to)
    {
        to.Write("reports", _reports);
        to.Write("isRaised", _isRaised);
    }

    public void Load(StateReader from)
    {
        _reports = from.Read<int>("reports");
        _isRaised = from.Read<bool>("isRaised");
    }
}
