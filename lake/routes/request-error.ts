/** A request that is refused before it reaches the store, in the hosted lake's form. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly statusCode: 400 | 401 | 403 | 404 | 413
  /** What the Studio switches on, such as `SIO-401-ANF` */
  readonly errorCode: string | undefined

  constructor(statusCode: RequestError['statusCode'], message: string, errorCode?: string) {
    super(message)
    this.statusCode = statusCode
    this.errorCode = errorCode
  }
}
