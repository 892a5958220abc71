namespace CodeRelay.Git;

/// <summary>Git could not be asked: it is not installed, refused the repository, or did not answer in time.</summary>
public sealed class GitException : Exception
{
    public GitException()
    {
    }

    public GitException(string message)
        : base(message)
    {
    }

    public GitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
