namespace CodeRelay.Eng;

/// <summary>A step failed; the message says which and why, and is all that the user needs to see.</summary>
internal sealed class FailedException : Exception
{
    public FailedException()
    {
    }

    public FailedException(string message)
        : base(message)
    {
    }

    public FailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
