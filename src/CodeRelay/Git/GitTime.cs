namespace CodeRelay.Git;

/// <summary>Measures the total time of git processes for one caller. Concurrent processes count once.</summary>
internal sealed class GitTime(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private TimeSpan _before;
    private long _begin;
    private int _running;

    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
                return _before + (_running > 0 ? clock.GetElapsedTime(_begin) : TimeSpan.Zero);
        }
    }

    public void Begin()
    {
        lock (_lock)
        {
            if (_running++ == 0)
                _begin = clock.GetTimestamp();
        }
    }

    public void End()
    {
        lock (_lock)
        {
            if (--_running == 0)
                _before += clock.GetElapsedTime(_begin);
        }
    }
}
