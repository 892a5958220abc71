namespace CodeRelay.Agents.Handoffs;

/// <summary>A handoff cannot be written or found. The message names the value and the valid ones.</summary>
internal sealed class RelayException : Exception
{
    public RelayException()
    {
    }

    public RelayException(string message)
        : base(message)
    {
    }

    public RelayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
