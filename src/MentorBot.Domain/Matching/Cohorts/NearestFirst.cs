namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>A binary heap of mentors, the nearest first; of equally near ones any, but always the same.</summary>
internal sealed class NearestFirst(int mentors)
{
    private readonly int[] heap = new int[mentors];
    private readonly int[] slot = new int[mentors];
    private readonly long[] distance = new long[mentors];
    private int count;

    public bool IsEmpty => count == 0;

    public void Clear() => count = 0;

    /// <summary>A mentor that was not in the heap.</summary>
    public void Add(int mentor, long at)
    {
        distance[mentor] = at;
        Rise(mentor, count++);
    }

    /// <summary>A mentor in the heap, now nearer than before.</summary>
    public void Nearer(int mentor, long at)
    {
        distance[mentor] = at;
        Rise(mentor, slot[mentor]);
    }

    public int Take()
    {
        var nearest = heap[0];
        if (--count > 0)
            Sink(heap[count], 0);
        return nearest;
    }

    private void Rise(int mentor, int hole)
    {
        while (hole > 0 && heap[(hole - 1) / 2] is var above && distance[mentor] < distance[above])
        {
            Put(above, hole);
            hole = (hole - 1) / 2;
        }

        Put(mentor, hole);
    }

    private void Sink(int mentor, int hole)
    {
        for (int below; (below = (2 * hole) + 1) < count; hole = below)
        {
            if (below + 1 < count && distance[heap[below + 1]] < distance[heap[below]])
                below++;
            if (distance[heap[below]] >= distance[mentor])
                break;
            Put(heap[below], hole);
        }

        Put(mentor, hole);
    }

    private void Put(int mentor, int at) => (heap[at], slot[mentor]) = (mentor, at);
}
