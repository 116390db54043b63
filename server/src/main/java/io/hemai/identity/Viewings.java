package io.hemai.identity;

/** Lets somebody read as another person; the module that knows who looks after whom answers, anew with every request. */
public interface Viewings {
    /**
     * The person as whom the caller reads, and as who is read. Called with the caller's own tenant and identity bound.
     *
     * @param viewing what the client names; a refusal when it is not the caller's, has ended, or is not allowed any more
     */
    UserIdentity viewed(Caller caller, String viewing);
}
